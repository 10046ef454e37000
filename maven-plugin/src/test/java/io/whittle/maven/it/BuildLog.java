package io.whittle.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build said.
 *
 * @param file where it stands
 * @param text all of it
 */
public record BuildLog(Path file, String text) {
    /** Reads a log. Bytes that are not UTF-8, as other locales write them, become replacement characters. */
    public static BuildLog of(Path file) throws IOException {
        return new BuildLog(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Fails, naming each, unless all of these are in it; they may have several lines. */
    public void mustSay(String... parts) {
        List<String> missing = new ArrayList<>();
        for (String part : parts) {
            if (!text.contains(part)) {
                missing.add(part);
            }
        }
        if (!missing.isEmpty()) {
            throw new AssertionError(file + " does not say:\n" + String.join("\n", missing));
        }
    }

    /** Fails, naming each, if any of these is in it. */
    public void mustNotSay(String... parts) {
        List<String> found = new ArrayList<>();
        for (String part : parts) {
            if (text.contains(part)) {
                found.add(part);
            }
        }
        if (!found.isEmpty()) {
            throw new AssertionError(file + " says what it must not:\n" + String.join("\n", found));
        }
    }

    /** Fails unless these are in it, one after the other. */
    public void mustSayInOrder(String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            if (at < 0) {
                throw new AssertionError(file + " does not say, after all before it:\n" + part);
            }
            from = at + part.length();
        }
    }
}
