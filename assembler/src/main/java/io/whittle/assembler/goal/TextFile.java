package io.whittle.assembler.goal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text that a user names. */
final class TextFile {
    private TextFile() {}

    /**
     * Reads it as UTF-8.
     *
     * @param property by which it was named
     */
    static String read(Path file, String property) throws GoalException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new GoalException(List.of(property + " is " + file + ", and there is no such file.\n"
                    + "  Name one that exists; a relative path begins in the project's folder, or else where Maven was"
                    + " started."));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new GoalException(List.of(file + " is not UTF-8.\n  Save it in that encoding."));
        }
    }
}
