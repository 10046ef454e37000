package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

import java.util.function.Predicate;

/** A class with none but some of its methods: trees of instructions are dear. */
final class ChosenMethods extends ClassNode {
    private final Predicate<String> chosen;

    private ChosenMethods(Predicate<String> chosen) {
        super(Opcodes.ASM9);
        this.chosen = chosen;
    }

    /**
     * The class with none but these.
     *
     * @param chosen by name and descriptor
     */
    static ClassNode trees(ClassReader reader, Predicate<String> chosen) {
        ClassNode type = new ChosenMethods(chosen);
        reader.accept(type, ClassReader.SKIP_FRAMES);
        return type;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return chosen.test(method + descriptor)
                ? super.visitMethod(access, method, descriptor, signature, exceptions)
                : null;
    }
}
