package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.PathPackages.Whose;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which classes that a jar names stand in another jar of the path, told by their packages: only who names one of these has methods worth
 * reading. Remembers what was asked, for what is kept of a jar holds as long as the answers do. For one jar and one thread.
 */
final class Elsewhere {
    private final String module;
    private final PathPackages path;
    private final Set<String> ownClasses;
    private final Map<String, Whose> asked = new HashMap<>();

    /** The same few names stand in every class of a jar. */
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * For one jar.
     *
     * @param ownClasses its classes, with dots
     */
    Elsewhere(String module, PathPackages path, Set<String> ownClasses) {
        this.module = module;
        this.path = path;
        this.ownClasses = ownClasses;
    }

    /** Whether a class, by its internal name, is in a package of another jar. */
    boolean has(String internalName) {
        return known.computeIfAbsent(internalName, this::ask);
    }

    private boolean ask(String internalName) {
        int slash = internalName.lastIndexOf('/');
        if (slash < 0 || internalName.startsWith("java/")) {
            return false;
        }
        Whose whose = asked.computeIfAbsent(
                internalName.substring(0, slash).replace('/', '.'), name -> path.whose(name, module));
        return whose == Whose.ANOTHERS || whose == Whose.SHARED && !ownClasses.contains(internalName.replace('/', '.'));
    }

    /** What was asked so far, by package. */
    SortedMap<String, Whose> asked() {
        return new TreeMap<>(asked);
    }
}
