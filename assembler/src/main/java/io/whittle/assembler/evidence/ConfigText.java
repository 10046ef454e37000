package io.whittle.assembler.evidence;

import io.whittle.assembler.evidence.UnitUses.Sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that people write for programs to read, and the names of classes, files and bundles that stand in them. */
final class ConfigText {
    private static final int LONGEST = 512;
    private static final Set<String> ENDINGS =
            Set.of("properties", "xml", "json", "yaml", "yml", "conf", "cfg", "ini", "factories", "imports", "toml");

    /** Packages in small letters, then a class; bounded, so that no file takes long. */
    private static final Pattern CLASS =
            Pattern.compile("(?<![\\w.$])(?:[a-z_][a-z0-9_]{0,63}\\.){1,16}[A-Z][\\w$]{0,127}(?![\\w.]*[/\\\\])");

    /** A path, or three names and more with dots between, of a bundle; {@code classpath:} is what frameworks write before. */
    private static final Pattern PATH = Pattern.compile(
            "(?:classpath\\*?:)?/?([\\w$-]{1,64}(?:/[\\w$-]{1,64}){0,16}/[\\w$-]{1,64}\\.[\\w.-]{1,64})");

    private static final Pattern BUNDLE = Pattern.compile("[a-z_][a-z0-9_]{0,63}(?:\\.\\w{1,64}){1,16}");
    private static final String AROUND = "[\\s=:,\"'\\\\]*";

    private ConfigText() {}

    /**
     * Something that a file names.
     *
     * @param sink as what: a class, a file or a bundle
     * @param name what looks like one
     * @param optional whether it is a key, or the name of a logger: somebody else's who may not be there
     * @param line where, from 1
     */
    record Mention(Sink sink, String name, boolean optional, int line) {}

    /** Whether a file is one, by the end of its name. */
    static boolean isOne(String path) {
        return ENDINGS.contains(ending(path))
                // What Maven leaves in every jar names no class that is loaded, and what is for native images no JVM
                // reads.
                && !path.startsWith("META-INF/maven/")
                && !path.startsWith("META-INF/native-image/");
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Everything that looks like the name of a class; and of a file or bundle, where a value is just that. Linear. */
    static List<Mention> in(String path, String text) {
        List<Mention> mentions = new ArrayList<>();
        for (ConfigPieces.Piece piece : ConfigPieces.of(ending(path), text)) {
            boolean named = false;
            int line = piece.line();
            for (String each : (Iterable<String>) piece.text().lines()::iterator) {
                Matcher matcher = CLASS.matcher(each);
                // Most lines have no dot.
                while (each.indexOf('.') >= 0 && matcher.find()) {
                    named = true;
                    mentions.add(new Mention(Sink.CLASS, matcher.group(), !piece.value(), line));
                }
                line++;
            }
            boolean isNameLike = piece.text().indexOf('/') >= 0 || piece.text().indexOf('.') >= 0;
            if (!named && piece.value() && isNameLike) {
                whole(piece, mentions);
            }
        }
        return mentions;
    }

    private static void whole(ConfigPieces.Piece piece, List<Mention> mentions) {
        String value =
                piece.text().length() > LONGEST ? "" : piece.text().replaceAll("^" + AROUND + "|" + AROUND + "$", "");
        Matcher path = PATH.matcher(value);
        if (path.matches()) {
            mentions.add(new Mention(Sink.RESOURCE, path.group(1), false, piece.line()));
        } else if (BUNDLE.matcher(value).matches()) {
            mentions.add(new Mention(Sink.BUNDLE, value, false, piece.line()));
        }
    }
}
