package io.whittle.assembler.classpath;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.util.function.Consumer;

/**
 * The classes that a class cannot do without: those of its constant pool and those its members are declared with. Annotations do not
 * count, since the JVM passes over one whose class is not there.
 */
public final class ClassNames {
    private static final int CLASS = 7;
    private static final int METHOD_TYPE = 16;

    private final ClassReader reader;
    private final Consumer<String> names;

    private ClassNames(ClassReader reader, Consumer<String> names) {
        this.reader = reader;
        this.names = names;
    }

    /** Hands them on, by their internal names, some more than once. Linear in the size of the class. */
    public static void of(ClassReader reader, Consumer<String> names) {
        ClassNames all = new ClassNames(reader, names);
        all.pool();
        all.members();
    }

    private void pool() {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int at = reader.getItem(item);
            int tag = at == 0 ? 0 : reader.readByte(at - 1);
            if (tag == CLASS) {
                type(Type.getObjectType(reader.readUTF8(at, buffer)));
            } else if (tag == METHOD_TYPE) {
                type(Type.getMethodType(reader.readUTF8(at, buffer)));
            }
        }
    }

    private void members() {
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String type, String signature, Object value) {
                        type(Type.getType(type));
                        return null;
                    }

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] exceptions) {
                        type(Type.getMethodType(type));
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> names.accept(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {
                // A primitive type is nobody's.
            }
        }
    }
}
