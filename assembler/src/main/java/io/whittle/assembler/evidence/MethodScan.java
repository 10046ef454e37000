package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

import java.util.BitSet;

/**
 * Which methods of a class use one of some items of its constant pool, told from their bytes: instructions and handlers alone are looked
 * at (JVMS 4.7.3, 6.5).
 */
final class MethodScan {
    private static final int WIDE = 196;
    private static final int LDC_W = 19;
    private static final int LDC2_W = 20;
    private static final int GOTO_W = 200;
    private static final int JSR_W = 201;

    /** Of instructions whose length is always the same; 1 where nothing follows the opcode. */
    private static final int[] LENGTHS = lengths();

    private final ClassReader reader;
    private final BitSet items;
    private final char[] buffer;

    MethodScan(ClassReader reader, BitSet items) {
        this.reader = reader;
        this.items = items;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /** The methods, by their place in the class from 0. */
    BitSet methods() {
        BitSet found = new BitSet();
        int at = reader.header + 6;
        at += 2 + 2 * reader.readUnsignedShort(at);
        int fields = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < fields; i++) {
            at = behindAttributes(at + 6);
        }
        int methods = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < methods; i++) {
            found.set(i, isFound(at + 6));
            at = behindAttributes(at + 6);
        }
        return found;
    }

    private int behindAttributes(int attributes) {
        int at = attributes + 2;
        for (int left = reader.readUnsignedShort(attributes); left > 0; left--) {
            at += 6 + reader.readInt(at + 2);
        }
        return at;
    }

    private boolean isFound(int attributes) {
        int at = attributes + 2;
        for (int left = reader.readUnsignedShort(attributes); left > 0; left--) {
            if (reader.readUTF8(at, buffer).equals("Code")) {
                int code = at + 14;
                int end = code + reader.readInt(at + 10);
                return isInCode(code, end) || isInHandlers(end);
            }
            at += 6 + reader.readInt(at + 2);
        }
        return false;
    }

    private boolean isInHandlers(int handlers) {
        int at = handlers + 2;
        for (int left = reader.readUnsignedShort(handlers); left > 0; left--) {
            if (items.get(reader.readUnsignedShort(at + 6))) {
                return true;
            }
            at += 8;
        }
        return false;
    }

    private boolean isInCode(int begin, int end) {
        int at = begin;
        while (at < end) {
            int opcode = reader.readByte(at);
            int item = item(opcode, at);
            if (item > 0 && items.get(item)) {
                return true;
            }
            int length = length(opcode, at, begin);
            if (length <= 0) {
                throw new IllegalArgumentException("an instruction at " + at + " has no end");
            }
            at += length;
        }
        return false;
    }

    /** The item that an instruction uses; 0 where it uses none. */
    private int item(int opcode, int at) {
        if (opcode == Opcodes.LDC) {
            return reader.readByte(at + 1);
        }
        boolean uses = opcode == LDC_W
                || opcode == LDC2_W
                || opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.NEW
                || opcode == Opcodes.ANEWARRAY
                || opcode == Opcodes.CHECKCAST
                || opcode == Opcodes.INSTANCEOF
                || opcode == Opcodes.MULTIANEWARRAY;
        return uses ? reader.readUnsignedShort(at + 1) : 0;
    }

    private int length(int opcode, int at, int begin) {
        if (opcode == Opcodes.TABLESWITCH) {
            int table = at + 4 - (at - begin & 3);
            return table + 12 + 4 * (reader.readInt(table + 8) - reader.readInt(table + 4) + 1) - at;
        }
        if (opcode == Opcodes.LOOKUPSWITCH) {
            int table = at + 4 - (at - begin & 3);
            return table + 8 + 8 * reader.readInt(table + 4) - at;
        }
        if (opcode == WIDE) {
            return reader.readByte(at + 1) == Opcodes.IINC ? 6 : 4;
        }
        return LENGTHS[opcode];
    }

    private static int[] lengths() {
        int[] lengths = new int[256];
        for (int opcode = 0; opcode < lengths.length; opcode++) {
            lengths[opcode] = 1;
        }
        set(lengths, 2, Opcodes.BIPUSH, Opcodes.LDC, Opcodes.RET, Opcodes.NEWARRAY);
        set(lengths, 3, Opcodes.SIPUSH, LDC_W, LDC2_W, Opcodes.IINC, Opcodes.ANEWARRAY, Opcodes.CHECKCAST);
        set(lengths, 3, Opcodes.INSTANCEOF, Opcodes.IFNULL, Opcodes.IFNONNULL);
        set(lengths, 4, Opcodes.MULTIANEWARRAY);
        set(lengths, 5, Opcodes.INVOKEINTERFACE, Opcodes.INVOKEDYNAMIC, GOTO_W, JSR_W);
        for (int opcode = Opcodes.ILOAD; opcode <= Opcodes.ALOAD; opcode++) {
            set(lengths, 2, opcode, opcode - Opcodes.ILOAD + Opcodes.ISTORE);
        }
        for (int opcode = Opcodes.IFEQ; opcode <= Opcodes.JSR; opcode++) {
            set(lengths, 3, opcode);
        }
        for (int opcode = Opcodes.GETSTATIC; opcode <= Opcodes.INVOKESTATIC; opcode++) {
            set(lengths, 3, opcode);
        }
        set(lengths, 3, Opcodes.NEW);
        return lengths;
    }

    private static void set(int[] lengths, int length, int... opcodes) {
        for (int opcode : opcodes) {
            lengths[opcode] = length;
        }
    }
}
