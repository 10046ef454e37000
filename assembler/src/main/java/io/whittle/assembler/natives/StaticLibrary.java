package io.whittle.assembler.natives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads of a static library what the first of its objects was built for. */
final class StaticLibrary {
    private static final String MAGIC = "!<arch>\n";
    private static final String AIX_MAGIC = "<bigaf>\n";
    private static final int MEMBER_HEADER = 60;

    /** Tables of symbols and names stand first; behind them an object comes soon. */
    private static final int MOST_MEMBERS = 16;

    private StaticLibrary() {}

    static boolean isOne(ByteBuffer head) {
        String magic = text(head, 0, MAGIC.length());
        return magic.equals(MAGIC) || magic.equals(AIX_MAGIC);
    }

    /** The header of the first object; of a library that has none which is known, one that fits no platform. */
    static NativeHeader read(FileBytes file) throws IOException {
        if (text(file.at(0, MAGIC.length()), 0, MAGIC.length()).equals(AIX_MAGIC)) {
            return new NativeHeader(NativeHeader.Format.XCOFF, Optional.empty(), "static library, AIX");
        }
        long at = MAGIC.length();
        for (int member = 0; member < MOST_MEMBERS; member++) {
            ByteBuffer header = file.at(at, MEMBER_HEADER);
            Optional<Long> size = size(header);
            if (size.isEmpty()) {
                break;
            }
            Optional<NativeHeader> object = object(file, at + MEMBER_HEADER, text(header, 0, 16));
            if (object.isPresent()) {
                NativeHeader found = object.get();
                return new NativeHeader(
                        found.format(),
                        found.archs(),
                        found.floats(),
                        found.userlands(),
                        "static library, " + found.detail());
            }
            at += MEMBER_HEADER + size.get() + (size.get() & 1);
        }
        return new NativeHeader(
                NativeHeader.Format.ELF, Set.of(), Optional.empty(), Set.of(), "static library of no known objects");
    }

    private static Optional<NativeHeader> object(FileBytes file, long start, String name) throws IOException {
        if (name.startsWith("/") && !name.matches("/[0-9].*")) {
            return Optional.empty();
        }
        // BSD writes long names in front of the content.
        long content =
                start + (name.startsWith("#1/") ? number(name.substring(3)).orElse(0L) : 0L);
        ByteBuffer head = file.at(content, NativeHeader.HEAD);
        if (isOneOrShort(head)) {
            return Optional.empty();
        }
        Optional<NativeHeader> header = NativeHeader.of(file, content);
        return header.isPresent() ? header : WindowsFile.readObject(head);
    }

    // A library in a library is nothing that linkers make, and would be a way without an end.
    private static boolean isOneOrShort(ByteBuffer head) {
        return head.limit() < MAGIC.length() || isOne(head);
    }

    private static Optional<Long> size(ByteBuffer header) {
        return header.limit() < MEMBER_HEADER || header.get(58) != '`'
                ? Optional.empty()
                : number(text(header, 48, 10));
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static String text(ByteBuffer bytes, int start, int length) {
        byte[] raw = new byte[Math.max(0, Math.min(length, bytes.limit() - start))];
        bytes.get(start, raw);
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
