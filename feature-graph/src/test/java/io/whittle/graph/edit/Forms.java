package io.whittle.graph.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms of {@code edit/forms.txt}. Each has a title behind {@code ===}; additions behind {@code add}: feature or base,
 * list, entry, and behind {@code #} the reason; then the catalogue as a diff: behind a blank what stays, behind {@code -}
 * the old and behind {@code +} the new lines. A {@code \} at the end: the last line has no end. Where no schema is
 * written, it stands before all.
 */
final class Forms {
    /** One form. */
    record Form(String title, List<Addition> additions, String before, String after) {
        @Override
        public String toString() {
            return title;
        }
    }

    private Forms() {}

    static Stream<Form> all() {
        String text;
        try {
            text = Files.readString(Path.of("src/test/resources/edit/forms.txt"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Arrays.stream(text.split("(?m)^=== ")).skip(1).map(Forms::form);
    }

    private static Form form(String text) {
        List<String> lines = text.lines().toList();
        List<Addition> additions = new ArrayList<>();
        int at = 1;
        for (; lines.get(at).startsWith("add "); at++) {
            additions.add(addition(lines.get(at).substring(4)));
        }
        List<String> diff = lines.subList(at, lines.size());
        boolean ends = !diff.get(diff.size() - 1).equals("\\");
        return new Form(lines.get(0), additions, side(diff, '-', ends), side(diff, '+', ends));
    }

    private static String side(List<String> diff, char sign, boolean ends) {
        String text = diff.stream()
                .filter(line -> line.isEmpty() || line.charAt(0) == sign || line.charAt(0) == ' ')
                .map(line -> line.isEmpty() ? line : line.substring(1))
                .collect(Collectors.joining("\n"));
        return "schema: 1\n".repeat(text.contains("schema") ? 0 : 1) + text + (ends ? "\n" : "");
    }

    private static Addition addition(String line) {
        String[] words = line.split(" ", 3);
        String[] entry = words[2].split(" # ", 2);
        return new Addition(
                words[0].equals("base") ? Optional.empty() : Optional.of(words[0]),
                Arrays.stream(Addition.Key.values())
                        .filter(list -> list.word().equals(words[1]))
                        .findFirst()
                        .orElseThrow(),
                entry[0],
                entry.length > 1 ? Optional.of(entry[1]) : Optional.empty());
    }
}
