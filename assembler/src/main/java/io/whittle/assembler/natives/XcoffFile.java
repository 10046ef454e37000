package io.whittle.assembler.natives;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** Knows the programs and libraries of AIX, for which there are no platforms: they are for others than an image's. */
final class XcoffFile {
    private static final int NARROW = 0x01df;
    private static final int WIDE = 0x01f7;
    private static final int MOST_SECTIONS = 64;

    /** Two bytes are little to know a file by: so the size of the second header is looked at too, which is one of these. */
    private static final Set<Integer> SECOND_HEADERS = Set.of(0, 28, 48, 72, 110, 120);

    private XcoffFile() {}

    /** The header of a file that looks so; empty for others. */
    static Optional<NativeHeader> read(ByteBuffer head) {
        int magic = head.getShort(0) & 0xffff;
        int sections = head.getShort(2) & 0xffff;
        boolean fits = (magic == NARROW || magic == WIDE)
                && sections > 0
                && sections <= MOST_SECTIONS
                && SECOND_HEADERS.contains(head.getShort(16) & 0xffff);
        return fits
                ? Optional.of(new NativeHeader(
                        NativeHeader.Format.XCOFF,
                        Optional.empty(),
                        "XCOFF " + (magic == WIDE ? 64 : 32) + " bit, AIX"))
                : Optional.empty();
    }
}
