package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The instructions of a method as they stand in its class file (JVMS 4.7.3, 6.5), of which those alone are told that use the constant pool
 * or lead elsewhere than to the next: a visitor of ASM's sees all, and an object made of each.
 */
final class Instructions {
    static final int WIDE = 196;
    private static final int LDC_W = 19;
    private static final int LDC2_W = 20;
    static final int GOTO_W = 200;
    static final int JSR_W = 201;

    /** What fits into the longest method, of 65535 bytes. */
    private static final int MOST_CASES = 0xFFFF / Integer.BYTES;

    /** Of instructions whose length is always the same; 1 where nothing follows the opcode. */
    private static final int[] LENGTHS = lengths();

    /** Whether an instruction uses an item, by its opcode. */
    private static final boolean[] USING = using();

    private Instructions() {}

    /** Sees what a method does; places are counted in bytes from its first instruction. */
    interface Seeing {
        /** An instruction uses an item of the constant pool. */
        void item(int at, int opcode, int item);

        /** One leads to another place; where not always, the next may follow as well. */
        void jump(int at, int to, boolean always);

        /** One chooses among places. */
        void choose(int at, int... to);

        /** After one nothing follows: the method returns or throws. */
        void leave(int at, boolean returns);
    }

    /**
     * Shows the instructions of a method in their order. Linear.
     *
     * @param code where what the attribute holds begins
     * @throws IllegalArgumentException when a switch has fewer cases than it may, or more than fit
     */
    static void show(ClassReader reader, int code, Seeing seeing) {
        int begin = begin(code);
        int end = end(reader, code);
        for (int at = begin; at < end; ) {
            int opcode = reader.readByte(at);
            if (USING[opcode]) {
                seeing.item(at - begin, opcode, item(reader, at, opcode));
            } else if (opcode >= Opcodes.IFEQ) {
                lead(reader, at, begin, opcode, seeing);
            }
            at += length(reader, at, begin, opcode);
        }
    }

    /** Whether an instruction of a method uses one of some items. Linear. */
    static boolean use(ClassReader reader, int code, BitSet items) {
        int begin = begin(code);
        int end = end(reader, code);
        for (int at = begin; at < end; ) {
            int opcode = reader.readByte(at);
            if (USING[opcode] && items.get(item(reader, at, opcode))) {
                return true;
            }
            at += length(reader, at, begin, opcode);
        }
        return false;
    }

    private static void lead(ClassReader reader, int at, int begin, int opcode, Seeing seeing) {
        int place = at - begin;
        if (opcode <= Opcodes.JSR || opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            seeing.jump(place, place + reader.readShort(at + 1), opcode == Opcodes.GOTO);
        } else if (opcode == GOTO_W || opcode == JSR_W) {
            seeing.jump(place, place + reader.readInt(at + 1), opcode == GOTO_W);
        } else if (opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            seeing.leave(place, opcode != Opcodes.ATHROW);
        } else if (opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH) {
            seeing.choose(place, choices(reader, at, begin, opcode));
        }
    }

    /** Where a switch leads; the place for all others first. */
    static int[] choices(ClassReader reader, int at, int begin, int opcode) {
        int table = table(at, begin);
        int step = opcode == Opcodes.TABLESWITCH ? Integer.BYTES : 2 * Integer.BYTES;
        int end = at + length(reader, at, begin, opcode);
        int[] to = new int[1 + (end - table - 12 + step - Integer.BYTES) / step];
        to[0] = at - begin + reader.readInt(table);
        for (int i = 1; i < to.length; i++) {
            to[i] = at - begin + reader.readInt(table + 12 + (i - 1) * step);
        }
        return to;
    }

    /** Where the first instruction stands. */
    static int begin(int code) {
        return code + 8;
    }

    /** Behind the last instruction, where the handlers stand. */
    static int end(ClassReader reader, int code) {
        return begin(code) + reader.readInt(code + 4);
    }

    /** How many bytes the instructions of a method take. */
    static int length(ClassReader reader, int code) {
        return end(reader, code) - begin(code);
    }

    /** Where the instruction after another stands. */
    static int next(ClassReader reader, int at, int begin) {
        return at + length(reader, at, begin, reader.readByte(at));
    }

    static boolean usesItem(int opcode) {
        return USING[opcode];
    }

    /** The item that an instruction uses which uses one. */
    static int item(ClassReader reader, int at, int opcode) {
        return opcode == Opcodes.LDC ? reader.readByte(at + 1) : reader.readUnsignedShort(at + 1);
    }

    /** Where the table of a switch begins: at the next multiple of four. */
    static int table(int at, int begin) {
        return at + 4 - (at - begin & 3);
    }

    private static int length(ClassReader reader, int at, int begin, int opcode) {
        int length = LENGTHS[opcode];
        return length > 0 ? length : longLength(reader, at, begin, opcode);
    }

    private static int longLength(ClassReader reader, int at, int begin, int opcode) {
        if (opcode == WIDE) {
            return reader.readByte(at + 1) == Opcodes.IINC ? 6 : 4;
        }
        int table = table(at, begin);
        boolean isTable = opcode == Opcodes.TABLESWITCH;
        long cases = isTable
                ? 1L + reader.readInt(table + 8) - reader.readInt(table + 4)
                : reader.readInt(table + Integer.BYTES);
        if (cases < (isTable ? 1 : 0) || cases > MOST_CASES) {
            throw new IllegalArgumentException("a switch at " + at + " has " + cases + " cases");
        }
        int count = (int) cases;
        return (isTable ? table + 12 + 4 * count : table + 8 + 8 * count) - at;
    }

    private static boolean[] using() {
        boolean[] using = new boolean[256];
        Arrays.fill(using, Opcodes.LDC, LDC2_W + 1, true);
        Arrays.fill(using, Opcodes.GETSTATIC, Opcodes.NEW + 1, true);
        for (int opcode :
                new int[] {Opcodes.ANEWARRAY, Opcodes.CHECKCAST, Opcodes.INSTANCEOF, Opcodes.MULTIANEWARRAY}) {
            using[opcode] = true;
        }
        return using;
    }

    private static int[] lengths() {
        int[] lengths = new int[256];
        Arrays.fill(lengths, 1);
        set(lengths, 0, WIDE, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH);
        set(lengths, 2, Opcodes.BIPUSH, Opcodes.LDC, Opcodes.RET, Opcodes.NEWARRAY);
        set(lengths, 3, Opcodes.SIPUSH, LDC_W, LDC2_W, Opcodes.IINC, Opcodes.ANEWARRAY, Opcodes.CHECKCAST);
        set(lengths, 3, Opcodes.INSTANCEOF, Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.NEW);
        set(lengths, 4, Opcodes.MULTIANEWARRAY);
        set(lengths, 5, Opcodes.INVOKEINTERFACE, Opcodes.INVOKEDYNAMIC, GOTO_W, JSR_W);
        Arrays.fill(lengths, Opcodes.ILOAD, Opcodes.ALOAD + 1, 2);
        Arrays.fill(lengths, Opcodes.ISTORE, Opcodes.ASTORE + 1, 2);
        Arrays.fill(lengths, Opcodes.IFEQ, Opcodes.JSR + 1, 3);
        Arrays.fill(lengths, Opcodes.GETSTATIC, Opcodes.INVOKESTATIC + 1, 3);
        return lengths;
    }

    private static void set(int[] lengths, int length, int... opcodes) {
        for (int opcode : opcodes) {
            lengths[opcode] = length;
        }
    }
}
