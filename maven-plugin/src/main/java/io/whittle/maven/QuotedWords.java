package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command in one text of a pom, as people write it for a shell: words between spaces, and quotes for spaces in a word. */
final class QuotedWords {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");
    private static final Pattern WORD = Pattern.compile("(?:" + QUOTED + "|[^\\s\"'])+");

    private QuotedWords() {}

    /**
     * Its words. Nothing but quotes has a meaning: no variables, no backslashes.
     *
     * @throws GoalException when a quote has no end
     */
    static List<String> of(String text) throws GoalException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(quoted ->
                            Matcher.quoteReplacement(quoted.group(1) != null ? quoted.group(1) : quoted.group(2))));
        }
        if (!WORD.matcher(text).replaceAll("").isBlank()) {
            throw new GoalException(List.of("A quote has no end in '" + text.strip() + "'."));
        }
        return words;
    }

    /** The words of each text, by its name. */
    static SortedMap<String, List<String>> ofEach(SortedMap<String, String> texts) throws GoalException {
        SortedMap<String, List<String>> words = new TreeMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            words.put(text.getKey(), of(text.getValue()));
        }
        return words;
    }
}
