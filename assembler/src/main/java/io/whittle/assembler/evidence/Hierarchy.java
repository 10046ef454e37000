package io.whittle.assembler.evidence;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which class of a path is which other's, over all jars; those of the JDK left out. */
final class Hierarchy {
    private final Map<String, List<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();

    /**
     * Of one jar or several.
     *
     * @param parents by class, by their internal names: the class it extends and the interfaces
     */
    Hierarchy(Collection<? extends Map<String, List<String>>> parents) {
        parents.forEach(each -> each.forEach(this.parents::putIfAbsent));
    }

    /** Whether one is the other, or extends or implements one of them; by their internal names. Linear in what is above them, once. */
    private boolean isRelated(String one, String other) {
        return one.equals(other) || above(one).contains(other) || above(other).contains(one);
    }

    /**
     * Whether a call of a method of one class may reach that of another; nobody inherits a constructor.
     *
     * @param shape name and descriptor of the method
     */
    boolean reaches(String called, String has, String shape) {
        return shape.startsWith("<") ? called.equals(has) : isRelated(called, has);
    }

    private Set<String> above(String type) {
        return above.computeIfAbsent(type, this::find);
    }

    private Set<String> find(String type) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            for (String parent : parents.getOrDefault(open.pop(), List.of())) {
                if (found.add(parent)) {
                    open.push(parent);
                }
            }
        }
        return found;
    }
}
