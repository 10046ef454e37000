package io.whittle.assembler.docs;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A Markdown file with marks in it.
 *
 * @param source for places in messages
 * @param text all of it
 * @param sections in the order of the file
 * @param faults of its marks, in the order of the file; sections that have one are not among the sections
 */
public record MarkedFile(CatalogSource source, String text, List<Section> sections, SortedSet<Notice> faults) {
    public MarkedFile {
        sections = List.copyOf(sections);
        faults = new TreeSet<>(faults);
    }

    /**
     * Finds the marks. A mark has a line of its own; what is indented as code or stands in a fence is none. Linear in the text.
     *
     * @param file named in messages as it is given here
     */
    public static MarkedFile of(Path file, String text) {
        MarkFinder finder = new MarkFinder(text);
        finder.find();
        return new MarkedFile(CatalogSource.of(file, text), text, finder.sections(), finder.faults());
    }

    /** What stands in a section. */
    public String content(Section section) {
        return text.substring(section.begin(), section.end());
    }

    /**
     * What would stand there with this text in it: between empty lines, since a table needs one.
     *
     * @param body lines that end with {@code \n}
     */
    public static String content(Section section, String body) {
        String bare = body.strip();
        return ("\n" + (bare.isEmpty() ? "" : bare + "\n\n")).replace("\n", section.lineEnd());
    }

    /**
     * The file with other contents of its sections.
     *
     * @param contents one for each section
     */
    public String with(List<String> contents) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int i = 0; i < sections.size(); i++) {
            filled.append(text, from, sections.get(i).begin()).append(contents.get(i));
            from = sections.get(i).end();
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** Whether a line of the text would be taken for a mark. */
    public static boolean hasMark(String text) {
        return MarkFinder.hasMark(text);
    }
}
