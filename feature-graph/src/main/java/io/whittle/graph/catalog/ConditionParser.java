package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a condition over platforms by recursive descent: {@code not} binds before {@code and}, {@code and} before
 * {@code or}; {@code !}, {@code &} and {@code |} are the same three; parentheses group. Linear in the text; nesting is
 * bounded, so that no text can exhaust the stack here or wherever the condition is asked later.
 */
final class ConditionParser {
    private static final int MOST_NESTED = 32;

    private final String text;
    private int at;
    private int depth;

    private ConditionParser(String text) {
        this.text = text;
    }

    static PlatformCondition parse(String text) throws IllegalConditionException {
        ConditionParser parser = new ConditionParser(text);
        PlatformCondition condition = parser.alternatives();
        if (parser.peek().equals(")")) {
            throw parser.broken("this ')' closes nothing; remove it, or open a '(' before it");
        }
        if (!parser.peek().isEmpty()) {
            throw parser.broken(parser.unjoined(""));
        }
        return condition;
    }

    private PlatformCondition alternatives() throws IllegalConditionException {
        List<PlatformCondition> terms = new ArrayList<>(List.of(conjunction()));
        while (took("or", "|")) {
            terms.add(conjunction());
        }
        return terms.size() == 1 ? terms.get(0) : new PlatformCondition.Or(terms);
    }

    private PlatformCondition conjunction() throws IllegalConditionException {
        List<PlatformCondition> terms = new ArrayList<>(List.of(term()));
        while (took("and", "&")) {
            terms.add(term());
        }
        return terms.size() == 1 ? terms.get(0) : new PlatformCondition.And(terms);
    }

    private PlatformCondition term() throws IllegalConditionException {
        String token = peek();
        if (++depth > MOST_NESTED) {
            throw broken("the condition is nested deeper than " + MOST_NESTED
                    + " levels; take out the parentheses and the pairs of 'not' that change nothing");
        }
        PlatformCondition condition;
        if (took("not", "!")) {
            condition = new PlatformCondition.Not(term());
        } else if (took("(", "(")) {
            condition = alternatives();
            if (!took(")", ")")) {
                throw broken(peek().isEmpty() ? "a '(' is never closed; add the ')'" : unjoined(", or close the '('"));
            }
        } else {
            condition = word(token);
        }
        depth--;
        return condition;
    }

    private PlatformCondition word(String token) throws IllegalConditionException {
        if (token.isEmpty()) {
            throw broken(
                    text.isBlank()
                            ? "a condition has no words; write one such as linux, or remove the key"
                            : "the condition ends where a platform word should follow, such as linux or arm64;"
                                    + " finish it");
        }
        if (!PlatformWords.all().contains(token)) {
            throw broken(unknown(token));
        }
        at += token.length();
        return PlatformWords.condition(token).orElseThrow();
    }

    private static String unknown(String token) {
        switch (token) {
            case "and", "or", "&", "|", ")" -> {
                return "'" + token + "' stands where a platform word is expected; write one here, such as linux, or"
                        + " remove the '" + token + "'";
            }
            case "/" -> {
                return "'/' means nothing in a condition; write 'and' in its place, such as linux and arm64";
            }
            case "," -> {
                return "',' means nothing in a condition; write 'or' in its place, such as linux or macos";
            }
            default -> {
                String known = String.join(", ", PlatformWords.all());
                return PlatformWords.here(token)
                        .map(word -> "'" + token + "' is no platform word; write " + word)
                        .orElse("'" + token + "' is no platform word; write one of " + known);
            }
        }
    }

    /** What to say of a token after a whole condition; words could go on with an operator, signs could not. */
    private String unjoined(String otherwise) {
        String token = peek();
        return isOfAWord(token.charAt(0)) || token.equals("(") || token.equals("!")
                ? "'" + token + "' follows without 'and' or 'or'; write one of them before it" + otherwise
                : unknown(token);
    }

    private boolean took(String word, String sign) {
        String token = peek();
        if (token.equals(word) || token.equals(sign)) {
            at += token.length();
            return true;
        }
        return false;
    }

    /** The token that begins at the next character that is no space; empty at the end. */
    private String peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && isOfAWord(text.charAt(end))) {
            end++;
        }
        if (end == at && at < text.length()) {
            end = text.offsetByCodePoints(at, 1);
        }
        return text.substring(at, end);
    }

    private static boolean isOfAWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private IllegalConditionException broken(String message) {
        return new IllegalConditionException(at, message);
    }
}
