package io.whittle.assembler.evidence;

import org.objectweb.asm.ClassReader;

import java.util.Arrays;

/** The lines of the source that the instructions of a method stand in (JVMS 4.7.12). */
final class Lines {
    private static final byte[] TABLE = ClassLayout.name("LineNumberTable");
    private static final int PLACE = 40;
    private static final int ORDER = 16;

    /** Each the place where a line begins, its turn among those of the method, and the line. */
    private final long[] lines;

    private final int count;

    private Lines(long[] lines, int count) {
        this.lines = lines;
        this.count = count;
    }

    /**
     * Of a method. Linear in the number of lines where they are sorted, as compilers write them.
     *
     * @param attributes where those of its code begin
     */
    static Lines of(ClassReader reader, int attributes) {
        long[] lines = new long[0];
        int count = 0;
        int table = ClassLayout.attribute(reader, attributes, TABLE);
        for (int tables = 1; table > 0; tables++) {
            int length = reader.readUnsignedShort(table);
            lines = Arrays.copyOf(lines, count + length);
            for (int at = table + 2; at < table + 2 + length * Integer.BYTES; at += Integer.BYTES) {
                int line = reader.readUnsignedShort(at + 2);
                if (line > 0) {
                    lines[count] = (long) reader.readUnsignedShort(at) << PLACE | (long) count << ORDER | line;
                    count++;
                }
            }
            table = ClassLayout.attribute(reader, attributes, TABLE, tables);
        }
        Arrays.sort(lines, 0, count);
        return new Lines(lines, count);
    }

    /** How often a line begins. */
    int count() {
        return count;
    }

    /** Where one begins, counted in the order of their places. */
    int place(int number) {
        return (int) (lines[number] >>> PLACE);
    }

    /** Which one that is. */
    int line(int number) {
        return (int) lines[number] & 0xFFFF;
    }

    /** The line of the instruction at a place; 0 where no line begins before it. Logarithmic. */
    int at(int place) {
        int behind = -1 - Arrays.binarySearch(lines, 0, count, (long) (place + 1) << PLACE);
        return behind > 0 ? line(behind - 1) : 0;
    }
}
