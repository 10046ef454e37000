package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.BitSet;

/**
 * Lets another visitor see the code of those methods only that use one of some items of the constant pool, and of the others no more than
 * their declarations: three methods of four use none, and to see one is dear.
 */
final class WantedMethods extends ClassVisitor {
    private final BitSet wanted;
    private int method;

    private WantedMethods(BitSet wanted, ClassVisitor others) {
        super(Opcodes.ASM9, others);
        this.wanted = wanted;
    }

    /** Shows a class. Linear in its size. */
    static void show(ClassReader reader, BitSet items, ClassVisitor visitor) {
        BitSet wanted = new MethodScan(reader, items).methods();
        reader.accept(new WantedMethods(wanted, visitor), ClassReader.SKIP_FRAMES);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (wanted.get(method++)) {
            return visitor;
        }
        if (visitor != null) {
            visitor.visitEnd();
        }
        return null;
    }
}
