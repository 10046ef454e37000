package io.whittle.graph.lint;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of tags as people and scripts write them: separated by commas, white space or ends of lines; {@code #} begins a
 * comment. Quotes, a {@code \} at the end of a line and the option itself ({@code -tags}, {@code --tags=}) are passed by, so that
 * a line can be copied out of a script.
 *
 * @param source the text
 * @param tags in order, each at its place
 * @param end where one more tag would be written
 */
public record TagList(CatalogSource source, List<Mention> tags, Place end) {
    private static final Pattern TOKEN = Pattern.compile("[^\\s,'\"\\x{FEFF}]+");
    private static final Pattern OPTION = Pattern.compile("--?tags(=|$)");

    public TagList {
        tags = List.copyOf(tags);
    }

    /**
     * Reads a list; every text is one. Linear.
     *
     * @param file named in messages as it is given here
     */
    public static TagList of(Path file, String text) {
        CatalogSource source = CatalogSource.of(file, text);
        List<Mention> tags = new ArrayList<>();
        int number = 0;
        for (String line : source.lines()) {
            number++;
            read(line, number, tags);
        }
        return new TagList(source, tags, end(tags));
    }

    private static void read(String line, int number, List<Mention> tags) {
        int comment = line.indexOf('#');
        String written = comment < 0 ? line : line.substring(0, comment);
        Matcher tokens = TOKEN.matcher(written);
        while (tokens.find()) {
            boolean continues = tokens.group().equals("\\")
                    && written.substring(tokens.end()).isBlank();
            Matcher option = OPTION.matcher(tokens.group());
            int skipped = option.lookingAt() ? option.end() : 0;
            String tag = tokens.group().substring(skipped);
            if (!tag.isEmpty() && !continues) {
                int column = written.codePointCount(0, tokens.start() + skipped) + 1;
                tags.add(new Mention(tag, new Place(number, column)));
            }
        }
    }

    private static Place end(List<Mention> tags) {
        if (tags.isEmpty()) {
            return new Place(1, 1);
        }
        Mention last = tags.get(tags.size() - 1);
        int length = last.text().codePointCount(0, last.text().length());
        return new Place(last.place().line(), last.place().column() + length);
    }
}
