package io.whittle.assembler.evidence;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Where providers are put into a collection, one by one: whether a method throws where that is empty then. A lambda that is handed each of
 * them is not read: what it holds may be the collection, and so may each field of the object, where it holds that.
 */
final class CollectedProviders {
    private static final Set<String> EACH = Set.of("forEach", "forEachOrdered", "forEachRemaining");

    private final MethodNode method;
    private final Flow flow;

    /** What the providers come from, and they themselves. */
    private final Set<AbstractInsnNode> found;

    /** What made the collections into which they are put. */
    private final Set<AbstractInsnNode> into = Collections.newSetFromMap(new IdentityHashMap<>());

    private CollectedProviders(MethodNode method, Flow flow, Set<AbstractInsnNode> found) {
        this.method = method;
        this.flow = flow;
        this.found = found;
    }

    /**
     * Whether no way goes on where none of them was put into the collection. Linear in the method, times what is asked of its values.
     *
     * @param found instructions that bring the providers, or what they come from
     */
    static boolean mustBeThere(MethodNode method, Flow flow, Set<AbstractInsnNode> found) {
        return new CollectedProviders(method, flow, found).mustBeThere();
    }

    private boolean mustBeThere() {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call && flow.isReached(call)) {
                collect(call);
            }
        }
        if (into.isEmpty()) {
            return false;
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call
                    && call.name.equals("isEmpty")
                    && call.owner.startsWith("java/util/")
                    && flow.isReached(call)
                    && flow.argument(call, -1).insns.stream().anyMatch(this::isCollection)
                    && Outcome.throwsWhere(method, flow, call, Opcodes.IFNE)) {
                return true;
            }
        }
        return false;
    }

    private void collect(MethodInsnNode call) {
        if (call.name.equals("add") && call.desc.equals("(Ljava/lang/Object;)Z") && bringsOne(call, 0)) {
            into.addAll(flow.argument(call, -1).insns);
        }
        if (EACH.contains(call.name) && Type.getArgumentTypes(call.desc).length == 1 && bringsOne(call, -1)) {
            for (AbstractInsnNode made : flow.argument(call, 0).insns) {
                if (made instanceof InvokeDynamicInsnNode lambda) {
                    int held = Type.getArgumentTypes(lambda.desc).length;
                    for (int i = 0; i < held; i++) {
                        into.addAll(flow.below(lambda, i).insns);
                    }
                }
            }
        }
    }

    private boolean bringsOne(MethodInsnNode call, int argument) {
        return call.getOpcode() != Opcodes.INVOKESTATIC
                && flow.argument(call, argument).insns.stream().anyMatch(found::contains);
    }

    private boolean isCollection(AbstractInsnNode made) {
        return into.contains(made)
                || made instanceof FieldInsnNode field
                        && (into.stream().anyMatch(other -> isSame(field, other)) || isOfThis(field));
    }

    private static boolean isSame(FieldInsnNode field, AbstractInsnNode other) {
        return other instanceof FieldInsnNode one && one.owner.equals(field.owner) && one.name.equals(field.name);
    }

    private boolean isOfThis(FieldInsnNode field) {
        return field.getOpcode() == Opcodes.GETFIELD
                && into.stream().anyMatch(this::isThis)
                && flow.top(field).insns.stream().anyMatch(this::isThis);
    }

    private boolean isThis(AbstractInsnNode made) {
        return (method.access & Opcodes.ACC_STATIC) == 0 && made instanceof VarInsnNode load && load.var == 0;
    }
}
