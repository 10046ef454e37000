package io.whittle.assembler.evidence;

import org.objectweb.asm.tree.MethodInsnNode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Methods of one jar that hand on a class, or a name of type String, and which of their parameters that is. */
final class Handers {
    private final Hierarchy hierarchy;

    /** By name and descriptor, and by class. */
    private final Map<String, Map<String, Set<Integer>>> parameters = new HashMap<>();

    Handers(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** Whether this parameter of a method was new. */
    boolean add(String method, int parameter) {
        return parameters
                .computeIfAbsent(Handing.shape(method), key -> new HashMap<>())
                .computeIfAbsent(Handing.owner(method), key -> new TreeSet<>())
                .add(parameter);
    }

    /** By name: the descriptors. */
    Map<String, Set<String>> descriptors() {
        Map<String, Set<String>> descriptors = new HashMap<>();
        for (String shape : parameters.keySet()) {
            descriptors
                    .computeIfAbsent(shape.substring(0, shape.indexOf('(')), key -> new HashSet<>())
                    .add(Handing.descriptor(shape));
        }
        return descriptors;
    }

    /** The parameters that the methods hand on which a call may reach: those of its class, of those above and of those below. */
    Set<Integer> reachedBy(MethodInsnNode call) {
        return reachedBy(call.owner, call.name + call.desc);
    }

    Set<Integer> reachedBy(String method) {
        return reachedBy(Handing.owner(method), Handing.shape(method));
    }

    private Set<Integer> reachedBy(String owner, String shape) {
        Set<Integer> reached = new TreeSet<>();
        parameters.getOrDefault(shape, Map.of()).forEach((hander, each) -> {
            if (hierarchy.reaches(owner, hander, shape)) {
                reached.addAll(each);
            }
        });
        return reached;
    }
}
