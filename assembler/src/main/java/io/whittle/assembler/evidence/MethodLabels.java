package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.LabelNode;

/** The places of a method that something refers to: instructions that lead there, handlers, lines and variables. */
final class MethodLabels implements Instructions.Seeing {
    private static final byte[] VARIABLES = ClassLayout.name("LocalVariableTable");
    private static final int VARIABLE = 10;
    private static final int HANDLER = 8;

    private final LabelNode[] labels;

    private MethodLabels(int length) {
        labels = new LabelNode[length + 1];
    }

    /** Of a method. Linear. */
    static MethodLabels of(ClassReader reader, int code, Lines lines) {
        MethodLabels labels = new MethodLabels(Instructions.length(reader, code));
        Instructions.show(reader, code, labels);
        int at = Instructions.end(reader, code) + 2;
        for (int left = reader.readUnsignedShort(at - 2); left > 0; left--) {
            labels.at(reader.readUnsignedShort(at));
            labels.at(reader.readUnsignedShort(at + 2));
            labels.at(reader.readUnsignedShort(at + 4));
            at += HANDLER;
        }
        for (int i = 0; i < lines.count(); i++) {
            labels.at(lines.place(i));
        }
        labels.variables(reader, ClassLayout.attribute(reader, at, VARIABLES));
        return labels;
    }

    private void variables(ClassReader reader, int table) {
        int at = table + 2;
        for (int left = table == 0 ? 0 : reader.readUnsignedShort(table); left > 0; left--) {
            at(reader.readUnsignedShort(at));
            at(reader.readUnsignedShort(at) + reader.readUnsignedShort(at + 2));
            at += VARIABLE;
        }
    }

    /** The label at a place, from now on. */
    LabelNode at(int place) {
        LabelNode label = labels[place];
        if (label == null) {
            label = new LabelNode();
            labels[place] = label;
        }
        return label;
    }

    /** Whether something refers to a place. */
    boolean has(int place) {
        return labels[place] != null;
    }

    @Override
    public void item(int at, int opcode, int item) {
        // Leads nowhere.
    }

    @Override
    public void jump(int at, int to, boolean always) {
        at(to);
    }

    @Override
    public void choose(int at, int... to) {
        for (int each : to) {
            at(each);
        }
    }

    @Override
    public void leave(int at, boolean returns) {
        // Leads nowhere in the method.
    }
}
