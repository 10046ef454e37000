package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

import java.util.BitSet;

/**
 * A class with none but some of its methods, as ASM's reader makes it without frames: trees of instructions are dear. That reader is one
 * large method, which the JVM takes longer to optimize than all of these trees take to make.
 */
final class ClassTree {
    private static final int HANDLER = 8;

    private final OpenClass type;
    private final ClassReader reader;

    private ClassTree(OpenClass type) {
        this.type = type;
        this.reader = type.reader();
    }

    /**
     * The class with none but these methods; of its fields no more than access, name and descriptor. Linear in the size of these.
     *
     * @param methods by their place in the class
     * @throws RuntimeException of any kind where the bytes make no sense
     */
    static ClassNode of(OpenClass type, BitSet methods) {
        return new ClassTree(type).with(methods);
    }

    private ClassNode with(BitSet methods) {
        ClassNode tree = new ClassNode(Opcodes.ASM9);
        tree.access = reader.getAccess();
        tree.name = reader.getClassName();
        tree.superName = reader.getSuperName();
        tree.sourceFile = type.source().orElse(null);
        for (int field : type.layout().fields()) {
            tree.fields.add(new FieldNode(
                    reader.readUnsignedShort(field), type.name(field), type.descriptor(field), null, null));
        }
        for (int i = methods.nextSetBit(0); i >= 0; i = methods.nextSetBit(i + 1)) {
            tree.methods.add(method(type.layout().methods()[i]));
        }
        return tree;
    }

    private MethodNode method(int method) {
        MethodNode tree = new MethodNode(
                Opcodes.ASM9, reader.readUnsignedShort(method), type.name(method), type.descriptor(method), null, null);
        int code = type.code(method);
        if (code > 0) {
            tree.maxStack = reader.readUnsignedShort(code);
            tree.maxLocals = reader.readUnsignedShort(code + 2);
            code(tree, code);
        }
        return tree;
    }

    private void code(MethodNode tree, int code) {
        int handlers = Instructions.end(reader, code);
        int count = reader.readUnsignedShort(handlers);
        Lines lines = Lines.of(reader, handlers + 2 + HANDLER * count);
        MethodLabels labels = MethodLabels.of(reader, code, lines);
        for (int i = 0; i < count; i++) {
            tree.tryCatchBlocks.add(handler(handlers + 2 + HANDLER * i, labels));
        }
        InstructionNodes nodes = new InstructionNodes(type, labels);
        int begin = Instructions.begin(code);
        int line = 0;
        for (int at = begin; at < handlers; at = Instructions.next(reader, at, begin)) {
            int place = at - begin;
            if (labels.has(place)) {
                tree.instructions.add(labels.at(place));
                for (; line < lines.count() && lines.place(line) <= place; line++) {
                    if (lines.place(line) == place) {
                        tree.instructions.add(new LineNumberNode(lines.line(line), labels.at(place)));
                    }
                }
            }
            tree.instructions.add(nodes.of(at, begin));
        }
        if (labels.has(handlers - begin)) {
            tree.instructions.add(labels.at(handlers - begin));
        }
    }

    private TryCatchBlockNode handler(int at, MethodLabels labels) {
        return new TryCatchBlockNode(
                labels.at(reader.readUnsignedShort(at)),
                labels.at(reader.readUnsignedShort(at + 2)),
                labels.at(reader.readUnsignedShort(at + 4)),
                reader.readClass(at + 6, type.buffer()));
    }
}
