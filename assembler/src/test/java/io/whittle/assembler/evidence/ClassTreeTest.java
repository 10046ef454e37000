package io.whittle.assembler.evidence;

import io.whittle.assembler.testing.RealClasses;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the trees that are made of bytes against those of ASM, over real jars: those of the tests' own class path. */
class ClassTreeTest {
    /** ASM sets bits of its own for attributes. */
    private static final int ACCESS = 0xFFFF;

    private final Map<Integer, Integer> opcodes = new TreeMap<>();

    @Test
    void makesTheTreesThatAsmMakes() throws Exception {
        for (byte[] bytes : RealClasses.bytes()) {
            ClassReader reader = new ClassReader(bytes);
            ClassNode expected = new ClassNode();
            reader.accept(expected, ClassReader.SKIP_FRAMES);
            BitSet all = new BitSet();
            all.set(0, expected.methods.size());
            hold(ClassTree.of(OpenClass.of(reader, new BitSet()), all), expected);
        }
        assertThat(opcodes).hasSizeGreaterThan(140);
    }

    @Test
    void makesNoneButTheChosenMethods() throws Exception {
        ClassReader reader = new ClassReader(ArrayList.class.getName());
        ClassNode expected = new ClassNode();
        reader.accept(expected, ClassReader.SKIP_FRAMES);
        BitSet second = new BitSet();
        second.set(1);

        assertThat(ClassTree.of(OpenClass.of(reader, new BitSet()), second).methods)
                .singleElement()
                .satisfies(method -> assertThat(method.name + method.desc)
                        .isEqualTo(expected.methods.get(1).name + expected.methods.get(1).desc));
    }

    private void hold(ClassNode type, ClassNode expected) throws IllegalAccessException {
        assertThat(type.name).isEqualTo(expected.name);
        assertThat(type.sourceFile).isEqualTo(expected.sourceFile);
        assertThat(type.fields.stream().map(field -> (field.access & ACCESS) + field.name + field.desc))
                .isEqualTo(expected.fields.stream()
                        .map(field -> (field.access & ACCESS) + field.name + field.desc)
                        .toList());
        assertThat(type.methods).hasSameSizeAs(expected.methods);
        for (int i = 0; i < type.methods.size(); i++) {
            assertThat(text(type.methods.get(i)))
                    .as("%s.%s", type.name, type.methods.get(i).name)
                    .isEqualTo(text(expected.methods.get(i)));
            for (AbstractInsnNode each : type.methods.get(i).instructions) {
                opcodes.merge(each.getOpcode(), 1, Integer::sum);
            }
        }
    }

    private static List<String> text(MethodNode method) throws IllegalAccessException {
        List<String> lines = new ArrayList<>();
        lines.add(
                (method.access & ACCESS) + method.name + method.desc + " " + method.maxStack + " " + method.maxLocals);
        method.tryCatchBlocks.forEach(block -> lines.add(method.instructions.indexOf(block.start)
                + " "
                + method.instructions.indexOf(block.end)
                + " "
                + method.instructions.indexOf(block.handler)
                + " "
                + block.type));
        for (AbstractInsnNode each : method.instructions) {
            lines.add(text(each, method));
        }
        return lines;
    }

    /** Its kind, and the values of all its public fields; a label by its place. */
    private static String text(AbstractInsnNode instruction, MethodNode method) throws IllegalAccessException {
        StringBuilder text = new StringBuilder();
        text.append(instruction.getClass().getSimpleName()).append(' ').append(instruction.getOpcode());
        for (Field field : instruction.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getName().endsWith("Annotations")) {
                Object value = field.get(instruction);
                text.append(' ').append(field.getName()).append('=');
                if (value instanceof LabelNode label) {
                    text.append(method.instructions.indexOf(label));
                } else if (value instanceof List<?> many) {
                    many.forEach(one -> text.append(
                                    one instanceof LabelNode label
                                            ? "label " + method.instructions.indexOf(label)
                                            : Objects.toString(one))
                            .append(','));
                } else {
                    text.append(value instanceof Object[] array ? Arrays.toString(array) : Objects.toString(value));
                }
            }
        }
        return text.toString();
    }
}
