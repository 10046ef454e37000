package io.whittle.assembler.evidence;

import io.whittle.assembler.testing.RealClasses;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Holds what is told of methods from their bytes against what ASM sees in them, over real jars: those of the tests' own class path. */
class MethodScanTest {
    private static final List<String> USED =
            List.of("java/lang/StringBuilder", "java/lang/String", "java/util/List", "java/io/IOException");

    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    private int found;

    @Test
    void findsJustTheMethodsThatUseAnItem() throws Exception {
        int methods = 0;
        for (byte[] bytes : RealClasses.bytes()) {
            methods += hold(bytes);
        }

        System.out.println(found + " finds in " + methods + " methods");
        assertThat(methods).isGreaterThan(10_000);
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void aSwitchWithFewerCasesThanOneOrMoreThanFitIsBroken() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "a/Broken", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ILOAD, 0);
        Label end = new Label();
        method.visitTableSwitchInsn(7, 9, end, end, end, end);
        method.visitLabel(end);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();
        byte[] bytes = writer.toByteArray();
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        int highest = IntStream.range(0, bytes.length - Integer.BYTES * 2)
                        .filter(at -> whole.getInt(at) == 7 && whole.getInt(at + Integer.BYTES) == 9)
                        .findFirst()
                        .orElseThrow()
                + Integer.BYTES;
        for (int broken : new int[] {6, 5, 4, -100, Integer.MIN_VALUE, 100_000, Integer.MAX_VALUE}) {
            whole.putInt(highest, broken);

            assertThatIllegalArgumentException()
                    .as("cases from 7 to %d", broken)
                    .isThrownBy(() -> scan(new ClassReader(bytes), new BitSet()));
        }
    }

    private static BitSet scan(ClassReader reader, BitSet items) {
        return new MethodScan(reader, ClassLayout.of(reader), items).methods();
    }

    private int hold(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassNode type = new ClassNode();
        reader.accept(type, ClassReader.SKIP_FRAMES);
        for (String used : USED) {
            BitSet expected = new BitSet();
            for (int i = 0; i < type.methods.size(); i++) {
                expected.set(i, uses(type.methods.get(i), used));
            }
            assertThat(scan(reader, items(reader, used)))
                    .as("methods of %s that use %s", type.name, used)
                    .isEqualTo(expected);
            found += expected.cardinality();
        }
        return type.methods.size();
    }

    /** The class itself, and its members. */
    private static BitSet items(ClassReader reader, String owner) {
        char[] buffer = new char[reader.getMaxStringLength()];
        BitSet items = new BitSet();
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item);
            int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
            if (tag == CLASS && reader.readUTF8(offset, buffer).equals(owner)
                    || tag >= FIELD
                            && tag <= INTERFACE_METHOD
                            && reader.readClass(offset, buffer).equals(owner)) {
                items.set(item);
            }
        }
        return items;
    }

    private static boolean uses(MethodNode method, String owner) {
        return method.tryCatchBlocks.stream().anyMatch(block -> owner.equals(block.type))
                || Stream.of(method.instructions.toArray()).anyMatch(instruction -> uses(instruction, owner));
    }

    private static boolean uses(AbstractInsnNode instruction, String owner) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(owner)
                || instruction instanceof FieldInsnNode field && field.owner.equals(owner)
                || instruction instanceof TypeInsnNode of && of.desc.equals(owner)
                || instruction instanceof LdcInsnNode load
                        && load.cst instanceof Type constant
                        && constant.getSort() == Type.OBJECT
                        && constant.getInternalName().equals(owner);
    }
}
