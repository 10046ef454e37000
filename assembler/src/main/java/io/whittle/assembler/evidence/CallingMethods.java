package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** The methods of a class that call one of some, or hand it on as a function. */
final class CallingMethods {
    private CallingMethods() {}

    /** The class with none but these methods. */
    static ClassNode trees(ClassReader reader, Predicate<MethodInsnNode> called) {
        ClassLayout layout = ClassLayout.of(reader);
        ConstantPool pool = new ConstantPool(reader);
        char[] buffer = new char[reader.getMaxStringLength()];
        BootstrapMethods bootstrap = new BootstrapMethods(reader, layout, buffer);
        BitSet items = new BitSet();
        for (int item = 1; item < reader.getItemCount(); item++) {
            int tag = pool.tag(item);
            if (tag == ConstantPool.METHOD || tag == ConstantPool.INTERFACE_METHOD) {
                MemberItem member = MemberItem.of(reader, item, buffer);
                items.set(
                        item,
                        called.test(new MethodInsnNode(
                                Opcodes.INVOKEVIRTUAL, member.owner(), member.name(), member.descriptor(), false)));
            } else if (tag == ConstantPool.INVOKE_DYNAMIC) {
                items.set(item, referred(bootstrap.arguments(item)).stream().anyMatch(called));
            }
        }
        OpenClass type = OpenClass.of(reader, items);
        return ClassTree.of(type, type.methods());
    }

    /** The methods that are handed to a bootstrap method, as if each were called. */
    static List<MethodInsnNode> referred(Object[] arguments) {
        List<MethodInsnNode> referred = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                referred.add(new MethodInsnNode(
                        handle.getTag() == Opcodes.H_INVOKESTATIC ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                        handle.getOwner(),
                        handle.getName(),
                        handle.getDesc(),
                        handle.isInterface()));
            }
        }
        return referred;
    }
}
