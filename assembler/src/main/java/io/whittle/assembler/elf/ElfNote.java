package io.whittle.assembler.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A note by which a system marks what is its own.
 *
 * @param owner whose note it is
 * @param type by the owner's counting
 * @param word the first four bytes of what it says
 */
public record ElfNote(String owner, int type, int word) {
    private static final int HEADER = 12;

    /** Those of a segment whose parts begin at multiples of the alignment. Such that say less than four bytes are passed over. */
    static List<ElfNote> in(ByteBuffer segment, int alignment) {
        List<ElfNote> notes = new ArrayList<>();
        long at = 0;
        while (at + HEADER <= segment.limit()) {
            long name = segment.getInt((int) at) & 0xffffffffL;
            long description = segment.getInt((int) at + 4) & 0xffffffffL;
            long content = aligned(at + HEADER + name, alignment);
            if (description >= 4 && content + 4 <= segment.limit()) {
                String owner = ElfReader.text(segment.slice((int) at + HEADER, (int) name));
                notes.add(new ElfNote(owner, segment.getInt((int) at + 8), segment.getInt((int) content)));
            }
            at = aligned(content + description, alignment);
        }
        return notes;
    }

    private static long aligned(long offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }
}
