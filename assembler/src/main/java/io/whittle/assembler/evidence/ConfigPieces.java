package io.whittle.assembler.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a file that people write apart: keys, values and texts, each with its line; comments are left out. It knows of the formats what
 * tells a key from a value, and no more. Linear.
 */
final class ConfigPieces {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<![\\w:.-])([\\w:.-]{1,256}+)\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+')");
    private static final Pattern LOGGER = Pattern.compile("(?i)(?:.*[.:])?(?:\\w*logger|category)(?:s|ies)?(?:\\..*)?");

    private static final int LONGEST_KEY = 256;

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int line = 1;
    private int counted;

    /**
     * A part of a file.
     *
     * @param text what it says
     * @param line where it begins, from 1
     * @param value whether something is set to it; not for a key, nor for the name of a logger
     */
    record Piece(String text, int line, boolean value) {}

    private ConfigPieces(String text) {
        this.text = text;
    }

    /** The parts of a file, by the ending of its name in small letters. */
    static List<Piece> of(String ending, String text) {
        ConfigPieces pieces = new ConfigPieces(text);
        switch (ending) {
            case "xml" -> pieces.xml();
            case "json" -> pieces.json();
            case "yaml", "yml" -> pieces.yaml();
            default -> pieces.properties(ending.equals("imports"));
        }
        return pieces.pieces;
    }

    private void add(int from, int to, boolean value) {
        for (; counted < from; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to), line, value));
        }
    }

    private void xml() {
        int at = 0;
        while (at < text.length()) {
            int tag = indexOf("<", at);
            add(at, tag, true);
            if (tag == text.length()) {
                return;
            }
            if (text.startsWith("<!--", tag)) {
                at = after("-->", tag);
            } else if (text.startsWith("<![CDATA[", tag)) {
                at = after("]]>", tag);
                add(tag + "<![CDATA[".length(), at, true);
            } else {
                at = after(">", tag);
                tag(tag + 1, at);
            }
        }
    }

    private void tag(int from, int to) {
        int end = from;
        while (end < to && !Character.isWhitespace(text.charAt(end)) && ">/".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        add(from, end, false);
        boolean logger = isLogger(text.substring(Math.min(from, end), end));
        Matcher attribute = ATTRIBUTE.matcher(text).region(end, Math.max(end, to));
        while (attribute.find()) {
            add(
                    attribute.start(2) + 1,
                    attribute.end(2) - 1,
                    !(logger && attribute.group(1).equals("name")));
        }
    }

    private void json() {
        Deque<String> keys = new ArrayDeque<>();
        String key = "";
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{', '[' -> keys.push(key);
                case '}', ']' -> keys.poll();
                case '"' -> {
                    int end = closing(at);
                    if (isKey(end + 1)) {
                        key = text.substring(at + 1, Math.min(end, text.length()));
                        add(at + 1, end, false);
                    } else {
                        boolean logger =
                                key.equals("name") && keys.stream().limit(3).anyMatch(ConfigPieces::isLogger);
                        add(at + 1, Math.min(end, text.length()), !logger);
                    }
                    at = end;
                }
                default -> {}
            }
        }
    }

    /** Where the string that begins here ends. */
    private int closing(int quote) {
        int at = quote + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private boolean isKey(int after) {
        int at = after;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':';
    }

    private void yaml() {
        int loggers = Integer.MAX_VALUE;
        for (int from = 0; from < text.length(); from = after("\n", from)) {
            int begin = begin(from, "- \t");
            int end = uncommented(begin, indexOf("\n", from));
            if (begin >= end) {
                continue;
            }
            if (begin - from <= loggers) {
                loggers = Integer.MAX_VALUE;
            }
            int colon = begin;
            while (colon < end
                    && !(text.charAt(colon) == ':'
                            && (colon + 1 == end || Character.isWhitespace(text.charAt(colon + 1))))) {
                colon++;
            }
            if (colon == end) {
                add(begin, end, true);
                continue;
            }
            String key = text.substring(begin, colon);
            add(begin, colon, false);
            add(colon + 1, end, !(key.equals("name") && begin - from > loggers));
            if (isLogger(key) && loggers == Integer.MAX_VALUE) {
                loggers = begin - from;
            }
        }
    }

    private int uncommented(int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (text.charAt(at) == '#' && (at == begin || Character.isWhitespace(text.charAt(at - 1)))) {
                return at;
            }
        }
        return end;
    }

    /**
     * Lines with a key, a sign between, and a value, which may go on in the next line.
     *
     * @param list whether lines have no keys
     */
    private void properties(boolean list) {
        boolean goesOn = list;
        boolean logger = false;
        for (int from = 0; from < text.length(); from = after("\n", from)) {
            int end = indexOf("\n", from);
            int begin = begin(from, " \t");
            boolean comment = begin < end && "#!;".indexOf(text.charAt(begin)) >= 0;
            if (begin >= end || comment && (list || !goesOn)) {
                continue;
            }
            if (goesOn) {
                add(begin, end, !logger);
            } else {
                int sign = begin;
                while (sign < end && "=: \t".indexOf(text.charAt(sign)) < 0) {
                    sign++;
                }
                String key = text.substring(begin, sign);
                logger = isLogger(key) && key.toLowerCase(Locale.ROOT).endsWith(".name");
                add(begin, sign, false);
                add(sign, end, !logger);
            }
            goesOn = list || text.substring(begin, end).stripTrailing().endsWith("\\");
        }
    }

    private static boolean isLogger(String key) {
        return key.length() <= LONGEST_KEY && LOGGER.matcher(key).matches();
    }

    private int begin(int from, String skipped) {
        int at = from;
        while (at < text.length() && skipped.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int indexOf(String sign, int from) {
        int at = text.indexOf(sign, from);
        return at < 0 ? text.length() : at;
    }

    private int after(String sign, int from) {
        return Math.min(text.length(), indexOf(sign, from) + sign.length());
    }
}
