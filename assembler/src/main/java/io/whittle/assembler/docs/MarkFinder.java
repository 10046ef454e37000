package io.whittle.assembler.docs;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the lines of a file. */
final class MarkFinder {
    static final String END = "<!-- /whittle -->";

    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|$)");
    // Whatever looks like one, so that a slip is told and not passed over.
    private static final Pattern MARK = Pattern.compile("(?i) {0,3}<!--\\s*(/?)\\s*whittle\\b.*");
    private static final Pattern IN_TEXT = Pattern.compile("(?i)<!--\\s*/?\\s*whittle\\b");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})(.*)");

    private final String text;
    private final List<Section> sections = new ArrayList<>();
    private final SortedSet<Notice> faults = new TreeSet<>();

    /** The mark of the section that is open, if its words are right. */
    private Optional<Mark> open = Optional.empty();

    private Optional<Place> opened = Optional.empty();
    private int begin;
    private String lineEnd = "\n";
    private Optional<String> fence = Optional.empty();

    MarkFinder(String text) {
        this.text = text;
    }

    List<Section> sections() {
        return sections;
    }

    SortedSet<Notice> faults() {
        return faults;
    }

    void find() {
        Matcher lines = LINE.matcher(text);
        int number = 0;
        int at = 0;
        while (at <= text.length() && lines.find(at)) {
            number++;
            line(number, lines.group(1), lines.start(), lines.end(), lines.group(2));
            if (lines.group(2).isEmpty()) {
                break;
            }
            at = lines.end();
        }
        opened.ifPresent(place -> faults.add(
                new Notice(place, "this section has no end\nwrite " + END + " on a line of its own below it")));
    }

    private void line(int number, String line, int start, int next, String ending) {
        // In a section the next mark ends what a template may have left open.
        if (opened.isEmpty() && isCode(line)) {
            return;
        }
        Matcher mark = MARK.matcher(line);
        if (!mark.matches()) {
            inText(number, line);
            return;
        }
        Place place = new Place(number, line.indexOf('<') + 1);
        if (!mark.group(1).isEmpty()) {
            end(place, line, start);
        } else {
            begin(place, line, next, ending);
        }
    }

    // Between backticks somebody writes of marks.
    private void inText(int number, String line) {
        Matcher found = IN_TEXT.matcher(line);
        while (!line.startsWith("    ") && found.find()) {
            boolean quoted = line.substring(0, found.start())
                                    .chars()
                                    .filter(unit -> unit == '`')
                                    .count()
                            % 2
                    != 0;
            if (!quoted) {
                faults.add(
                        new Notice(
                                new Place(number, line.codePointCount(0, found.start()) + 1),
                                "a mark stands on a line of its own\nmove it there, or put it between backticks where it is none"));
            }
        }
    }

    /** Whether the line stands in a fence, or is one. */
    private boolean isCode(String line) {
        Matcher matcher = FENCE.matcher(line);
        if (fence.isPresent()) {
            if (matcher.matches()
                    && matcher.group(1).startsWith(fence.get())
                    && matcher.group(2).isBlank()) {
                fence = Optional.empty();
            }
            return true;
        }
        // Backticks may not stand behind those that open a fence; what has some is text.
        if (matcher.matches()
                && !(matcher.group(1).startsWith("`") && matcher.group(2).contains("`"))) {
            fence = Optional.of(matcher.group(1));
            return true;
        }
        return false;
    }

    private void begin(Place place, String line, int next, String ending) {
        opened.ifPresent(outer -> faults.add(new Notice(
                place,
                "a section begins here inside of the one that begins on line " + outer.line()
                        + "\nend that one first, with " + END)));
        opened = Optional.of(place);
        open = Mark.read(place, line, faults);
        begin = next;
        lineEnd = ending;
    }

    private void end(Place place, String line, int start) {
        if (!line.strip().matches("<!--\\s*/\\s*whittle\\s*-->")) {
            faults.add(new Notice(place, "this mark is not whole\nwrite " + END + " on a line of its own"));
        } else if (opened.isEmpty()) {
            faults.add(new Notice(
                    place, "no section begins above this end\ntake it out, or begin one with " + Mark.EXAMPLE));
        }
        open.ifPresent(mark -> sections.add(mark.section(begin, start, lineEnd)));
        open = Optional.empty();
        opened = Optional.empty();
    }

    /** Whether some line of a text would be taken for a mark. */
    static boolean hasMark(String text) {
        return text.lines().anyMatch(line -> MARK.matcher(line).matches());
    }
}
