package io.whittle.assembler.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that people write for programs to read, and the names of classes that stand in them. */
final class ConfigText {
    private static final Set<String> ENDINGS =
            Set.of("properties", "xml", "json", "yaml", "yml", "conf", "cfg", "ini", "factories", "imports", "toml");

    /** Packages in small letters, then a class; bounded, so that no file takes long. */
    private static final Pattern CLASS =
            Pattern.compile("(?<![\\w.$])(?:[a-z_][a-z0-9_]{0,63}\\.){1,16}[A-Z][\\w$]{0,127}(?![\\w.]*[/\\\\])");

    private ConfigText() {}

    /**
     * A class that a file names.
     *
     * @param name what looks like a class
     * @param line where, from 1
     */
    record Mention(String name, int line) {}

    /** Whether a file is one, by the end of its name. */
    static boolean isOne(String path) {
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                // What Maven leaves in every jar names no class that is loaded.
                && !path.startsWith("META-INF/maven/");
    }

    /** Everything that looks like the name of a class. Linear. */
    static List<Mention> classesIn(String text) {
        List<Mention> mentions = new ArrayList<>();
        int line = 0;
        for (String each : (Iterable<String>) text.lines()::iterator) {
            line++;
            Matcher matcher = CLASS.matcher(each);
            while (matcher.find()) {
                mentions.add(new Mention(matcher.group(), line));
            }
        }
        return mentions;
    }
}
