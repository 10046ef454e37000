package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.interchange.Formula.All;
import io.whittle.graph.interchange.Formula.Any;
import io.whittle.graph.interchange.Formula.Literal;
import io.whittle.graph.interchange.Formula.Not;
import io.whittle.graph.interchange.Formula.Same;
import io.whittle.graph.interchange.UvlModel.UvlConstraint;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;
import uvl.UVLJavaParser.AndConstraintContext;
import uvl.UVLJavaParser.ConstraintContext;
import uvl.UVLJavaParser.EquivalenceConstraintContext;
import uvl.UVLJavaParser.ImplicationConstraintContext;
import uvl.UVLJavaParser.LiteralConstraintContext;
import uvl.UVLJavaParser.NotConstraintContext;
import uvl.UVLJavaParser.OrConstraintContext;
import uvl.UVLJavaParser.ParenthesisConstraintContext;
import uvl.UVLJavaParser.ReferenceContext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Reads constraints off the tree of the parser. Of one operator's chain one node is made, however long it is. */
final class UvlConstraints {
    /** How deep a formula may nest; chains of {@code =>} and {@code <=>} count, those of {@code &} and {@code |} do not. */
    private static final int DEEPEST = 400;

    private static final int LONGEST_QUOTE = 100;

    private final UvlNames names;
    private final List<Notice> faults;
    private final List<UvlConstraint> constraints = new ArrayList<>();

    UvlConstraints(UvlNames names, List<Notice> faults) {
        this.names = names;
        this.faults = faults;
    }

    /** Reads one more. */
    void add(ConstraintContext context) {
        constraints.add(new UvlConstraint(formula(context, 0), quote(context), UvlSyntax.place(context.getStart())));
    }

    /** All that were read, in their order. */
    List<UvlConstraint> all() {
        return List.copyOf(constraints);
    }

    private Formula formula(ConstraintContext context, int depth) {
        if (depth > DEEPEST) {
            return fault(context, "this constraint nests more than " + DEEPEST + " deep; split it into several lines");
        }
        if (context instanceof LiteralConstraintContext literal) {
            return literal(literal.reference());
        } else if (context instanceof ParenthesisConstraintContext parenthesis) {
            return formula(parenthesis.constraint(), depth + 1);
        } else if (context instanceof NotConstraintContext not) {
            return new Not(formula(not.constraint(), depth + 1));
        } else if (context instanceof AndConstraintContext) {
            return new All(formulas(operands(context, AndConstraintContext.class::isInstance), depth));
        } else if (context instanceof OrConstraintContext) {
            return new Any(formulas(operands(context, OrConstraintContext.class::isInstance), depth));
        } else if (context instanceof ImplicationConstraintContext implication) {
            return new Any(List.of(
                    new Not(formula(implication.constraint(0), depth + 1)),
                    formula(implication.constraint(1), depth + 1)));
        } else if (context instanceof EquivalenceConstraintContext equivalence) {
            return new Same(
                    formula(equivalence.constraint(0), depth + 1), formula(equivalence.constraint(1), depth + 1));
        }
        return fault(
                context,
                "this compares numbers or texts, and a catalogue knows only features that are in or out; say it with"
                        + " features, !, &, |, => and <=>, or remove the line");
    }

    // The parser hangs a chain to the left, as deep as it is long.
    private static List<ConstraintContext> operands(ConstraintContext chain, Predicate<ConstraintContext> same) {
        List<ConstraintContext> operands = new ArrayList<>();
        ConstraintContext at = chain;
        while (same.test(at)) {
            operands.add(at.getRuleContext(ConstraintContext.class, 1));
            at = at.getRuleContext(ConstraintContext.class, 0);
        }
        operands.add(at);
        Collections.reverse(operands);
        return operands;
    }

    private List<Formula> formulas(List<ConstraintContext> operands, int depth) {
        return operands.stream().map(operand -> formula(operand, depth + 1)).toList();
    }

    private Formula literal(ReferenceContext reference) {
        String name = UvlNames.of(reference);
        if (!names.has(name)) {
            return fault(reference, names.unknown(name));
        }
        return new Literal(name, true);
    }

    private Formula fault(ParserRuleContext context, String text) {
        faults.add(new Notice(UvlSyntax.place(context.getStart()), text));
        return Formula.TRUE;
    }

    private static String quote(ConstraintContext context) {
        int from = context.getStart().getStartIndex();
        int to = Math.max(from, context.getStop().getStopIndex());
        boolean whole = to - from < LONGEST_QUOTE;
        String text = context.getStart().getInputStream().getText(Interval.of(from, whole ? to : from + LONGEST_QUOTE));
        return text.replaceAll("\\s+", " ").strip() + (whole ? "" : " ...");
    }
}
