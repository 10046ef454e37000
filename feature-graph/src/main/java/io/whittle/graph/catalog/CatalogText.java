package io.whittle.graph.catalog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes text of a catalogue's bytes: UTF-8 without characters that no text holds. */
final class CatalogText {
    static final String EMPTY = "this file says nothing; write what it is to describe. " + CatalogBytes.SMALLEST;

    private static final String ONLY_COMMENTS =
            "this file holds only comments; write what it is to describe. " + CatalogBytes.SMALLEST;

    private CatalogText() {}

    /** The text without its byte order mark. */
    static String decode(Path file, byte[] bytes) throws CatalogException {
        if (bytes.length >= 2
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            throw failed(file, "", new Place(1, 1), "this file is saved as UTF-16; save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = withoutMark(out.flip().toString());
        if (result.isError()) {
            throw failed(
                    file,
                    text,
                    endOf(text),
                    String.format("the byte %02X here is not UTF-8; ", in.get(in.position()) & 0xFF)
                            + "save the file as UTF-8 (it may be Latin-1, or no text at all)");
        }
        return text;
    }

    /** The place of the first character that no YAML holds, with what it is; and what a file is that holds no YAML. */
    static Optional<Notice> fault(CatalogSource source, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r'
                    || c == 0x7F
                    || c == 0xFFFE
                    || c == 0xFFFF
                    || alone(text, i)) {
                Place place = endOf(text.substring(0, i));
                String what = c == 0
                        ? "a NUL character stands here, so this is no text file; name the right file, or remove it"
                        : String.format("the control character U+%04X stands here; remove it", (int) c);
                return Optional.of(new Notice(place, what));
            }
        }
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            Place place = endOf(text.substring(0, text.length() - start.length()));
            return Optional.of(new Notice(
                    place, "this looks like HTML or XML, not YAML; name the right file, or download it again as text"));
        }
        if (source.lines().stream()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            return Optional.of(new Notice(new Place(1, 1), start.isEmpty() ? EMPTY : ONLY_COMMENTS));
        }
        return Optional.empty();
    }

    /** Half a character: UTF-8 cannot spell one, but a text from elsewhere can hold one. */
    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Place endOf(String text) {
        List<String> lines = new TextLines(text + "x");
        String last = lines.get(lines.size() - 1);
        return new Place(lines.size(), Offsets.column(last, last.length() - 1));
    }

    private static CatalogException failed(Path file, String text, Place place, String message) {
        return new CatalogException(CatalogSource.of(file, text), List.of(new Notice(place, message)));
    }
}
