package io.whittle.assembler.evidence;

import org.objectweb.asm.tree.MethodInsnNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Methods of one jar that hand on a class, or a name of type String, and which of their parameters that is. */
final class Handers {
    private final Hierarchy hierarchy;

    /** By name and descriptor, and by class. */
    private final Map<String, Map<String, Set<Integer>>> parameters = new HashMap<>();

    private final NameTable shapes = new NameTable();

    Handers(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** Whether this parameter of a method was new. */
    boolean add(String method, int parameter) {
        String shape = Handing.shape(method);
        int name = shape.indexOf('(');
        shapes.put(NameHash.ofMember(NameHash.of(shape.substring(0, name)), NameHash.of(shape.substring(name))), 0);
        return parameters
                .computeIfAbsent(shape, key -> new HashMap<>())
                .computeIfAbsent(Handing.owner(method), key -> new TreeSet<>())
                .add(parameter);
    }

    /** Whether one of some methods may be one of these; they are told by {@link NameHash}, of name and descriptor. */
    boolean mayBeAmong(long[] methods) {
        return LongStream.of(methods).anyMatch(shapes::has);
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
