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
    private static final Whose[] WHOSE = Whose.values();

    private final String module;
    private final PathPackages path;
    private final Set<String> ownClasses;

    /** By package: the ordinal of whose it is. */
    private final NameTable asked = new NameTable();

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

    /** Whether a class, by its internal name, is in another jar, or at least in a package of one. */
    boolean has(String internalName) {
        return known.computeIfAbsent(internalName, this::ask);
    }

    private boolean ask(String internalName) {
        int slash = internalName.lastIndexOf('/');
        if (slash < 0) {
            return false;
        }
        Whose whose = whose(NameHash.of(internalName.substring(0, slash)));
        return whose == Whose.ANOTHERS || whose == Whose.SHARED && !ownClasses.contains(internalName.replace('/', '.'));
    }

    /** Whether a package, by the hash of its name, holds classes of another jar. */
    boolean hasPackage(long hash) {
        Whose whose = whose(hash);
        return whose == Whose.ANOTHERS || whose == Whose.SHARED;
    }

    private Whose whose(long packageHash) {
        int known = asked.get(packageHash);
        if (known >= 0) {
            return WHOSE[known];
        }
        Whose whose = path.whose(packageHash, module);
        asked.put(packageHash, whose.ordinal());
        return whose;
    }

    /** What was asked so far, by the hash of the package. */
    SortedMap<Long, Whose> asked() {
        SortedMap<Long, Whose> all = new TreeMap<>();
        asked.forEach((hash, whose) -> all.put(hash, WHOSE[whose]));
        return all;
    }
}
