package io.whittle.graph.catalog;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what the YAML engine says of a broken file into words that end with what to do. */
final class YamlSyntax {
    private static final Pattern TAG = Pattern.compile("(?:^|[\\s\\[{,:-])(![^\\s,}\\]]*)");

    private YamlSyntax() {}

    /** What to tell about a tag. */
    static String tag(String tag) {
        String shown = tag.startsWith("tag:yaml.org,2002:") ? "!!" + tag.substring("tag:yaml.org,2002:".length()) : tag;
        String word = shown.replaceFirst("^!+", "");
        String begins = "'" + shown + "' is a YAML tag, which is not read in this file; ";
        return PlatformWords.condition(word).isPresent()
                ? begins + "write not " + word + ", or put the condition in quotes: \"!" + word + "\""
                : begins + "remove it, or put the value in quotes if the '!' belongs to it";
    }

    static Notice notice(YamlEngineException broken, CatalogSource source) {
        if (!(broken instanceof MarkedYamlEngineException marked)) {
            return new Notice(new Place(1, 1), "this is not YAML: " + firstLine(broken.getMessage()) + "; mend it");
        }
        Place place = YamlNodes.place(
                marked.getProblemMark().isPresent() ? marked.getProblemMark() : marked.getContextMark());
        String line = place.line() <= source.lines().size() ? source.lines().get(place.line() - 1) : "";
        String problem = marked.getProblem() == null ? "" : marked.getProblem();
        String context = marked.getContext() == null ? "" : marked.getContext();
        Matcher tag = TAG.matcher(line);
        if ((problem + context).contains("tag") || context.contains("block scalar")) {
            if (tag.find()) {
                int column = Offsets.column(line, tag.start(1));
                return new Notice(new Place(place.line(), column), brokenTag(tag.group(1)));
            }
        }
        return new Notice(place, words(problem, context, marked.getContextMark(), place, line));
    }

    private static String brokenTag(String tag) {
        return "'" + tag + "' is a YAML tag, which is not read in this file; write 'not' for '!', or put the whole"
                + " condition in quotes";
    }

    private static String words(String problem, String context, Optional<Mark> mark, Place place, String line) {
        String opened = mark.map(at -> YamlNodes.place(Optional.of(at)))
                .map(at -> " (it begins at line " + at.line() + ", column " + at.column() + ")")
                .orElse("");
        if (problem.contains("TAB")
                || line.substring(0, line.length() - line.stripLeading().length())
                        .contains("\t")) {
            return "a tab cannot indent in YAML; put spaces in its place";
        }
        if (problem.contains("that cannot start any token")) {
            return "a text cannot begin with this character; put it in quotes";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "a second ': ' in one value, or an indentation that does not fit; put the value in quotes, or begin"
                    + " this key on the column of its neighbours";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key without ':'" + opened + "; add ':' behind it, or '- ' before it if it is an entry of a list";
        }
        if (context.contains("flow sequence")) {
            return "a '[' is not closed, or a ',' is missing" + opened + "; add the ']' or the ','";
        }
        if (context.contains("flow mapping")) {
            return "a '{' is not closed, or a ',' is missing" + opened + "; add the '}' or the ','";
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("escape")
                    ? "this escape is not known in double quotes; use single quotes, or write \\\\ for a backslash"
                    : "a quote is never closed" + opened + "; add the closing quote";
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return "this does not line up with the mapping or list it belongs to" + opened
                    + "; begin it on the same column as its neighbours";
        }
        if (context.contains("block scalar")) {
            return "after '|' or '>' the text begins on the next line; put this value in quotes, or begin a new line";
        }
        return "this is not YAML: " + firstLine((context + " " + problem).trim()) + opened + "; mend this place";
    }

    private static String firstLine(String text) {
        return text == null ? "it cannot be read" : text.lines().findFirst().orElse("it cannot be read");
    }
}
