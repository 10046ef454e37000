package io.whittle.assembler.docs;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that begins a section.
 *
 * @param words by key, each at its place
 */
record Mark(SectionKind kind, Place place, Map<String, Mention> words) {
    static final String EXAMPLE = "<!-- whittle:features profile=<name> -->";

    private static final List<String> KEYS = List.of("jdk", "platform", "profile", "template");
    private static final Pattern WHOLE = Pattern.compile("\\s*<!--\\s*whittle:(\\S*?)(\\s.*?)??\\s*-->\\s*");
    private static final Pattern WORD = Pattern.compile("([^\\s=\"]*)(=(?:\"([^\"]*)\"|([^\\s\"]*)))?(\\S*)");

    /** Reads it; where something is wrong with it, it is none, and every fault is told. */
    static Optional<Mark> read(Place place, String line, Collection<Notice> faults) {
        Matcher whole = WHOLE.matcher(line);
        if (!whole.matches()) {
            faults.add(new Notice(place, "this mark is not whole\nwrite it on a line of its own, such as " + EXAMPLE));
            return Optional.empty();
        }
        int before = faults.size();
        Optional<SectionKind> kind = SectionKind.of(whole.group(1));
        if (kind.isEmpty()) {
            String known = String.join(", ", SectionKind.words());
            faults.add(new Notice(
                    at(place, line, whole.start(1)),
                    (whole.group(1).isEmpty()
                                    ? "this mark names no section"
                                    : "there is no section '" + whole.group(1) + "'")
                            + nearest(whole.group(1), SectionKind.words()) + "\nwrite one of: " + known));
        }
        Map<String, Mention> words = new TreeMap<>();
        if (whole.group(2) != null) {
            words(place, line, whole.start(2), whole.end(2), words, faults);
        }
        return faults.size() > before ? Optional.empty() : kind.map(known -> new Mark(known, place, words));
    }

    Section section(int begin, int end, String lineEnd) {
        return new Section(
                kind, place, word("profile"), word("platform"), word("jdk"), word("template"), begin, end, lineEnd);
    }

    private Optional<Mention> word(String key) {
        return Optional.ofNullable(words.get(key));
    }

    private static void words(
            Place mark, String line, int from, int to, Map<String, Mention> words, Collection<Notice> faults) {
        Matcher word = WORD.matcher(line).region(from, to);
        while (word.find()) {
            if (word.end() == word.start()) {
                continue;
            }
            Place place = at(mark, line, word.start());
            String key = word.group(1);
            String value = word.group(3) != null ? word.group(3) : word.group(4);
            if (!KEYS.contains(key)) {
                faults.add(new Notice(
                        place,
                        "'" + key + "' has no meaning in a mark" + nearest(key, KEYS) + "\nwrite one of: "
                                + String.join(", ", KEYS) + ", each as key=value"));
            } else if (value == null || value.isBlank() || !word.group(5).isEmpty()) {
                faults.add(new Notice(
                        place,
                        "'" + key + "' has no value, or no end of one\nwrite " + key + "=value, or " + key
                                + "=\"a value\""));
            } else if (words.containsKey(key)) {
                faults.add(new Notice(place, "'" + key + "' stands here twice\nleave one of them"));
            } else {
                int start = word.group(3) != null ? word.start(3) : word.start(4);
                words.put(key, new Mention(value, at(mark, line, start)));
            }
        }
    }

    static String nearest(String wrong, Collection<String> known) {
        return new NearestName()
                .to(wrong.toLowerCase(Locale.ROOT), known)
                .map(name -> ": did you mean " + name + "?")
                .orElse("");
    }

    private static Place at(Place mark, String line, int offset) {
        return new Place(mark.line(), line.codePointCount(0, offset) + 1);
    }
}
