package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.Place;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import uvl.UVLJavaLexer;
import uvl.UVLJavaParser;
import uvl.UVLJavaParser.FeatureModelContext;

import java.util.List;

/** Runs the parser of UVL and keeps what it complains about, in words of ours. */
final class UvlSyntax extends BaseErrorListener {
    /** How deep parentheses, braces, negations and the tree may nest; the parser goes as deep as the text does. */
    private static final int DEEPEST = 200;

    private final List<Notice> faults;

    private UvlSyntax(List<Notice> faults) {
        this.faults = faults;
    }

    /**
     * The tree of the text.
     *
     * @param faults where complaints go; when there are any, the tree is not to be used
     */
    static FeatureModelContext parse(String text, List<Notice> faults) {
        UvlSyntax listener = new UvlSyntax(faults);
        UVLJavaLexer lexer = new UVLJavaLexer(CharStreams.fromString(UvlComments.blanked(text, faults)));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        listener.nesting(tokens.getTokens());
        if (!faults.isEmpty()) {
            return new FeatureModelContext(null, 0);
        }
        UVLJavaParser parser = new UVLJavaParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        return parser.featureModel();
    }

    /** Where the token begins. */
    static Place place(Token token) {
        return new Place(Math.max(1, token.getLine()), Math.max(0, token.getCharPositionInLine()) + 1);
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int column,
            String message,
            RecognitionException exception) {
        Place place = new Place(Math.max(1, line), Math.max(0, column) + 1);
        String text = offending instanceof Token token
                ? found(token) + " here, where UVL has something else" + expected(recognizer, exception)
                : "UVL has no such character; put names that hold one in double quotes";
        faults.add(new Notice(place, text));
    }

    private static String found(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the file ends";
            case UVLJavaLexer.NEWLINE -> "the line ends";
            case UVLJavaLexer.INDENT -> "the line is indented further";
            case UVLJavaLexer.DEDENT -> "the indentation ends";
            default -> "'" + token.getText() + "' stands";
        };
    }

    private static String expected(Recognizer<?, ?> recognizer, RecognitionException exception) {
        if (exception == null || exception.getExpectedTokens() == null) {
            return "; mend the line";
        }
        List<String> names = exception.getExpectedTokens().toList().stream()
                .map(type -> word(recognizer, type))
                .distinct()
                .toList();
        return names.isEmpty() || names.size() > 8 ? "; mend the line" : ": " + String.join(", ", names);
    }

    private static String word(Recognizer<?, ?> recognizer, int type) {
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case UVLJavaLexer.NEWLINE -> "the end of the line";
            case UVLJavaLexer.INDENT -> "deeper indentation";
            case UVLJavaLexer.DEDENT -> "less indentation";
            case UVLJavaLexer.ID_STRICT, UVLJavaLexer.ID_NOT_STRICT -> "a name";
            case UVLJavaLexer.CARDINALITY -> "a cardinality such as [1..2]";
            default -> recognizer.getVocabulary().getDisplayName(type);
        };
    }

    private void nesting(List<Token> tokens) {
        int tree = 0;
        int brackets = 0;
        int negations = 0;
        for (Token token : tokens) {
            int type = token.getType();
            negations = type == UVLJavaLexer.NOT ? negations + 1 : 0;
            switch (type) {
                case UVLJavaLexer.INDENT -> tree++;
                case UVLJavaLexer.DEDENT -> tree--;
                case UVLJavaLexer.OPEN_PAREN, UVLJavaLexer.OPEN_BRACE, UVLJavaLexer.OPEN_BRACK -> brackets++;
                case UVLJavaLexer.CLOSE_PAREN, UVLJavaLexer.CLOSE_BRACE, UVLJavaLexer.CLOSE_BRACK -> brackets--;
                default -> {}
            }
            if (Math.max(tree, Math.max(brackets, negations)) > DEEPEST) {
                faults.add(new Notice(
                        place(token), "this nests more than " + DEEPEST + " deep; split the constraint, or the tree"));
                return;
            }
        }
    }
}
