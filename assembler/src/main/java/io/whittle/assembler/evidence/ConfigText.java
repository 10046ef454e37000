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

    /** A letter of an identifier, of any language, as {@link Character#isJavaIdentifierPart(char)} takes it. */
    private static final String LETTER = "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\p{Sc}";

    private static final String WORD = "[" + LETTER + "]{1,64}";
    private static final String SMALL = "(?![\\p{Nd}\\p{M}])[" + LETTER + "&&[^\\p{Lu}\\p{Lt}]]{1,64}";

    /** Packages in small letters, then a class, or both in letters that are neither; bounded, so that no file takes long. */
    private static final Pattern CLASS = Pattern.compile("(?<![" + LETTER + ".])(?:" + SMALL
            + "\\.){1,16}[\\p{Lu}\\p{Lt}\\p{Lo}][" + LETTER + "]{0,127}(?![" + LETTER + ".]{0,256}+[/\\\\])");

    /** A path, or three names and more with dots between, of a bundle; {@code classpath:} is what frameworks write before. */
    private static final Pattern PATH = Pattern.compile("(?:classpath\\*?:)?/?([" + LETTER + "-]{1,64}(?:/[" + LETTER
            + "-]{1,64}){0,16}/[" + LETTER + "-]{1,64}\\.[" + LETTER + ".-]{1,64})");

    private static final Pattern BUNDLE = Pattern.compile(SMALL + "(?:\\." + WORD + "){1,16}");

    /** A letter as properties, JSON and YAML spell it in ASCII. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u+([0-9A-Fa-f]{4})");

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
        for (ConfigPieces.Piece piece : ConfigPieces.of(ending(path), unescaped(text))) {
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

    private static String unescaped(String text) {
        return text.contains("\\u")
                ? ESCAPED.matcher(text).replaceAll(match -> letter((char) Integer.parseInt(match.group(1), 16)))
                : text;
    }

    /** What is no letter becomes a space, so that nothing ends there that went on. */
    private static String letter(char spelt) {
        return Character.isJavaIdentifierPart(spelt) ? Matcher.quoteReplacement("" + spelt) : " ";
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
