package io.whittle.assembler.text;

import java.util.List;
import java.util.SortedMap;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/** What of an image's jars is other than it was found, as a section of a report in Markdown. */
public final class ChangedJarsText {
    private ChangedJarsText() {}

    /**
     * The section, behind an empty line; nothing where no jar was changed. Lines end with {@code \n}.
     *
     * @param level of its heading, such as 3
     * @param changed a module's or a jar's name to what is other, in clauses
     */
    public static String section(int level, SortedMap<String, List<String>> changed) {
        if (changed.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n").append("#".repeat(level)).append(" Changed jars\n\n");
        changed.forEach((name, changes) -> text.append("- ")
                .append(code(name))
                .append(": ")
                .append(prose(String.join("; ", changes).replaceAll("\\s+", " ")))
                .append("\n"));
        return text.toString();
    }
}
