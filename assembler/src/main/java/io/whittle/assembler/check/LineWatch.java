package io.whittle.assembler.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks for a pattern in each line of a file that grows, once. A line counts when it has ended. */
final class LineWatch {
    private final Path file;
    private final Pattern pattern;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long read;

    LineWatch(Path file, Pattern pattern) {
        this.file = file;
        this.pattern = pattern;
    }

    /** Whether one of the lines that came since the last look has it. */
    boolean sees(Deadline until) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(read);
            byte[] buffer = new byte[1 << 16];
            for (int count = open.read(buffer); count >= 0; count = open.read(buffer)) {
                read += count;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] != '\n') {
                        line.write(buffer[i]);
                    } else if (endsWith(until)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private boolean endsWith(Deadline until) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return Find.in(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, pattern, until) == Find.FOUND;
    }
}
