package io.whittle.graph.catalog;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what the YAML engine says of a broken file into words that end with what to do. */
final class YamlSyntax {
    private static final Pattern TAG = Pattern.compile("(?:^|[\\s\\[{,:-])(![^\\s,}\\]]*)");
    private static final String CORE = "tag:yaml.org,2002:";

    private final CatalogSource source;
    private final Optional<Place> opened;
    private final String context;
    private final String problem;
    private final Place place;
    private final String line;

    private YamlSyntax(MarkedYamlEngineException broken, CatalogSource source) {
        this.source = source;
        this.opened = broken.getContextMark().map(mark -> YamlNodes.place(Optional.of(mark)));
        this.context = broken.getContext() == null ? "" : broken.getContext();
        this.problem = broken.getProblem() == null ? "" : broken.getProblem();
        Place seen = YamlNodes.place(
                broken.getProblemMark().isPresent() ? broken.getProblemMark() : broken.getContextMark());
        // What is still open at the end of the file is better shown where it begins.
        boolean atTheEnd = seen.line() > source.lines().size() || problem.contains("end of stream");
        this.place = atTheEnd ? opened.orElse(seen) : seen;
        this.line = place.line() <= source.lines().size() ? source.lines().get(place.line() - 1) : "";
    }

    /** What to tell about a tag. */
    static String tag(String tag) {
        String shown = tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
        String word = shown.replaceFirst("^!+", "");
        String begins = "'" + shown + "' is a YAML tag, which is not read in this file; ";
        if (PlatformWords.condition(word).isPresent()) {
            return begins + "write not " + word + ", or put the condition in quotes: \"!" + word + "\"";
        }
        return shown.startsWith("!!")
                ? begins + "remove it: every value is text here"
                : begins + "write 'not' for '!' in a condition, or put the whole value in quotes";
    }

    static Notice notice(YamlEngineException broken, CatalogSource source) {
        if (broken instanceof MarkedYamlEngineException marked) {
            return new YamlSyntax(marked, source).notice();
        }
        return new Notice(new Place(1, 1), "this is not YAML: " + firstLine(broken.getMessage()) + "; mend it");
    }

    private Notice notice() {
        Matcher tag = TAG.matcher(line);
        if ((context.contains("tag") || context.contains("block scalar")) && tag.find()) {
            return new Notice(new Place(place.line(), Offsets.column(line, tag.start(1))), tag(tag.group(1)));
        }
        return new Notice(place, words());
    }

    private String words() {
        int at = Offsets.ofColumn(line, place.column());
        if (problem.contains("TAB")
                || line.substring(0, line.length() - line.stripLeading().length())
                        .contains("\t")) {
            return "a tab cannot indent in YAML; put spaces in its place";
        }
        if (problem.contains("that cannot start any token")) {
            String character = at < line.length() ? Character.toString(line.codePointAt(at)) : "this";
            return "a text cannot begin with '" + character + "'; put it in quotes";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return colon(at);
        }
        if (problem.contains("could not find expected ':'")) {
            return "a key without ':'" + where() + "; add ':' behind it, or '- ' before it if it is an entry of a list";
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("escape")
                    ? "this escape is not known in double quotes; use single quotes, or write \\\\ for a backslash"
                    : "a quote is never closed; add the closing quote";
        }
        if (at > 0 && at <= line.length() && "'\"".indexOf(line.charAt(at - 1)) >= 0) {
            return "the text goes on after its closing quote; write '' for ' inside single quotes, or take the other"
                    + " kind of quotes around it";
        }
        if (at > 0 && line.startsWith("${", at - 1)) {
            return "between brackets a text cannot hold '{'; put it in quotes, such as \"${dir}\"";
        }
        return structure();
    }

    private String colon(int at) {
        String before = line.substring(0, at);
        if (before.contains(": ")) {
            return "this value holds a ':'; put the whole value in quotes";
        }
        String above = place.line() > 1 ? source.lines().get(place.line() - 2) : "";
        return above.contains(":")
                ? "this key stands deeper than its neighbours, or under a value; begin it on their column"
                : "the line above has no ':' behind its key; add it";
    }

    private String structure() {
        if (context.contains("flow sequence")) {
            return "a '[' is not closed, or a ',' is missing" + where() + "; add the ']' or the ','";
        }
        if (context.contains("flow mapping")) {
            return "a '{' is not closed, or a ',' is missing" + where() + "; add the '}' or the ','";
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return "this does not line up with the mapping or list it belongs to" + where()
                    + "; begin it on the same column as its neighbours";
        }
        if (context.contains("block scalar")) {
            return "after '|' or '>' the text begins on the next line; put this value in quotes, or begin a new line";
        }
        if (context.contains("directive")) {
            return "a line that begins with '%' is a directive of YAML, and this one is none; remove it, or put the"
                    + " text in quotes";
        }
        return "this is not YAML: " + firstLine((context + " " + problem).trim()) + where() + "; mend this place";
    }

    private String where() {
        return opened.filter(begin -> !begin.equals(place))
                .map(begin -> " (it begins at line " + begin.line() + ", column " + begin.column() + ")")
                .orElse("");
    }

    private static String firstLine(String text) {
        return text == null ? "it cannot be read" : text.lines().findFirst().orElse("it cannot be read");
    }
}
