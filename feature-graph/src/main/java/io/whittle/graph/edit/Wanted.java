package io.whittle.graph.edit;

import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Optional;

/**
 * An entry that is to be added, with what it names.
 *
 * @param target by which it is told whether the entry is there already
 * @param entry as the file is to spell it
 * @param because for a comment, on one line and in characters that a file may hold
 */
record Wanted(String target, String entry, Optional<String> because) {
    static Wanted of(Addition addition) {
        return new Wanted(
                target(addition),
                addition.entry().strip(),
                addition.because().map(Wanted::oneLine).filter(text -> !text.isEmpty()));
    }

    static List<String> entries(List<Wanted> all) {
        return all.stream().map(Wanted::entry).toList();
    }

    static List<String> reasons(List<Wanted> all) {
        return all.stream()
                .flatMap(wanted -> wanted.because().stream())
                .distinct()
                .toList();
    }

    /** What an entry names; empty for one that no catalogue without faults has. */
    static Optional<String> target(Addition.Key list, Part entry) {
        if (entry instanceof Part.Scalar scalar) {
            // `jdk.zipfs?` is jdk.zipfs where it exists.
            return Optional.of(
                    list == Addition.Key.JDK_MODULES ? scalar.text().replaceFirst("\\?$", "") : scalar.text());
        }
        String key = switch (list) {
            case NEEDS -> "capability";
            case DYNAMIC -> "loads";
            default -> "feature";
        };
        return entry instanceof Part.Members mapping
                ? mapping.member(key)
                        .map(Part.Member::value)
                        .filter(Part.Scalar.class::isInstance)
                        .map(value -> ((Part.Scalar) value).text())
                : Optional.empty();
    }

    private static String target(Addition addition) {
        return target(addition.list(), entry(addition))
                .orElseThrow(() -> new IllegalArgumentException("this entry names nothing: " + addition));
    }

    /** Read as in brackets: what is an entry there is one behind a dash, too. */
    private static Part entry(Addition addition) {
        String entry = addition.entry().strip();
        if (entry.lines().count() == 1) {
            Part.Items list = list(addition, "[" + entry + "]");
            if (list.items().size() == 1 && list.items().get(0).end() == 1 + entry.length()) {
                return list.items().get(0);
            }
        }
        throw new IllegalArgumentException("this is not one entry on one line: " + addition);
    }

    private static Part.Items list(Addition addition, String text) {
        try {
            return (Part.Items) PartReader.read(new SourceText(text));
        } catch (YamlEngineException | IllegalArgumentException broken) {
            throw new IllegalArgumentException(
                    "this entry cannot be read (" + broken.getMessage() + "): " + addition, broken);
        }
    }

    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.getType(c) == Character.SURROGATE
                                || c == 0xFFFE
                                || c == 0xFFFF
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" +", " ");
    }
}
