package io.whittle.assembler.modular;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.Optional;

/** Whether a class can be a provider that a module declares (the rules of {@link java.util.ServiceLoader}). */
final class ProviderClass extends ClassVisitor {
    private int access;
    private boolean constructor;
    private boolean method;
    private String name = "";

    private ProviderClass() {
        super(Opcodes.ASM9);
    }

    /** Why it cannot be one; empty where it can. */
    static Optional<String> refusal(ClassReader reader) {
        ProviderClass type = new ProviderClass();
        reader.accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if ((type.access & Opcodes.ACC_PUBLIC) == 0) {
            return Optional.of("is not public");
        }
        boolean made = type.constructor && (type.access & Opcodes.ACC_ABSTRACT) == 0;
        return made || type.method
                ? Optional.empty()
                : Optional.of("has neither a public constructor without parameters nor a provider method");
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        this.access = access;
        this.name = name;
    }

    // Of a nested class the JVM goes by this.
    @Override
    public void visitInnerClass(String inner, String outer, String simple, int flags) {
        if (inner.equals(name)) {
            access = flags;
        }
    }

    @Override
    public MethodVisitor visitMethod(int flags, String called, String type, String signature, String[] exceptions) {
        if ((flags & Opcodes.ACC_PUBLIC) != 0) {
            constructor |= called.equals("<init>") && type.equals("()V");
            method |= called.equals("provider") && type.startsWith("()L") && (flags & Opcodes.ACC_STATIC) != 0;
        }
        return null;
    }
}
