package io.whittle.graph.interchange;

import io.whittle.graph.interchange.Formula.All;
import io.whittle.graph.interchange.Formula.Any;
import io.whittle.graph.interchange.Formula.Literal;
import io.whittle.graph.interchange.Formula.Named;
import io.whittle.graph.interchange.Formula.Not;
import io.whittle.graph.interchange.Formula.Same;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a formula into the form in which it is said in a catalogue: literals, lists of demands and lists of
 * alternatives, without a list of one kind directly in a list of the same kind, and without what a sibling decides
 * already. Linear in the formula's length times its depth: an equivalence inside an equivalence gets a name instead of
 * being written out, or each level would double what is below it.
 */
final class NormalForm {
    private final Map<Formula, Named> whenTrue = new IdentityHashMap<>();
    private final Map<Formula, Named> whenFalse = new IdentityHashMap<>();

    private NormalForm() {}

    /** The formula in normal form; {@link Formula#TRUE} where it says nothing. */
    static Formula of(Formula formula) {
        return new NormalForm().normal(formula, true);
    }

    private Formula normal(Formula formula, boolean holds) {
        if (formula instanceof Literal literal) {
            return holds ? literal : literal.opposite();
        } else if (formula instanceof Not not) {
            return normal(not.part(), !holds);
        } else if (formula instanceof All all) {
            return list(all.parts(), holds, holds);
        } else if (formula instanceof Any any) {
            return list(any.parts(), holds, !holds);
        } else if (formula instanceof Same same) {
            return all(List.of(
                    any(List.of(side(same.left(), false), side(same.right(), holds))),
                    any(List.of(side(same.left(), true), side(same.right(), !holds)))));
        }
        throw new IllegalArgumentException("names are given here and nowhere else");
    }

    private Formula list(List<Formula> parts, boolean holds, boolean demands) {
        List<Formula> normal = parts.stream().map(part -> normal(part, holds)).toList();
        return demands ? all(normal) : any(normal);
    }

    private Formula side(Formula formula, boolean holds) {
        if (!hasEquivalence(formula)) {
            return normal(formula, holds);
        }
        Map<Formula, Named> known = holds ? whenTrue : whenFalse;
        Named named = known.get(formula);
        if (named == null) {
            named = new Named(normal(formula, holds));
            known.put(formula, named);
        }
        return named;
    }

    private static boolean hasEquivalence(Formula formula) {
        if (formula instanceof Same) {
            return true;
        }
        return formula instanceof Not not
                ? hasEquivalence(not.part())
                : parts(formula).stream().anyMatch(NormalForm::hasEquivalence);
    }

    private static List<Formula> parts(Formula formula) {
        return formula instanceof All all ? all.parts() : formula instanceof Any any ? any.parts() : List.of();
    }

    /** All of these, in normal form. */
    static Formula all(List<Formula> parts) {
        return merge(parts, true);
    }

    /** Any of these, in normal form. */
    static Formula any(List<Formula> parts) {
        return merge(parts, false);
    }

    /**
     * One list of the parts. A literal among demands is true for its siblings, one among alternatives is false for
     * them: what it decides there falls away.
     */
    private static Formula merge(Collection<Formula> parts, boolean demands) {
        Formula neutral = demands ? Formula.TRUE : Formula.FALSE;
        Formula decisive = demands ? Formula.FALSE : Formula.TRUE;
        Set<Formula> merged = flat(parts, demands);
        Set<Literal> known = new HashSet<>();
        while (true) {
            if (merged.contains(decisive)) {
                return decisive;
            }
            Map<String, Boolean> news = new HashMap<>();
            for (Formula part : merged) {
                if (part instanceof Literal literal) {
                    if (merged.contains(literal.opposite())) {
                        return decisive;
                    }
                    if (known.add(literal)) {
                        news.put(literal.feature(), literal.in() == demands);
                    }
                }
            }
            if (news.isEmpty()) {
                break;
            }
            List<Formula> told = new ArrayList<>();
            merged.forEach(part -> told.add(part instanceof Literal ? part : told(part, news)));
            merged = flat(told, demands);
        }
        merged.remove(neutral);
        if (merged.size() == 1) {
            return merged.iterator().next();
        }
        List<Formula> list = List.copyOf(merged);
        return demands ? new All(list) : new Any(list);
    }

    private static Set<Formula> flat(Collection<Formula> parts, boolean demands) {
        Set<Formula> flat = new LinkedHashSet<>();
        for (Formula part : parts) {
            if (demands && part instanceof All || !demands && part instanceof Any) {
                flat.addAll(parts(part));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    /** The formula where these features are known to be in or out. */
    private static Formula told(Formula formula, Map<String, Boolean> known) {
        if (formula instanceof Literal literal) {
            Boolean in = known.get(literal.feature());
            return in == null ? literal : in == literal.in() ? Formula.TRUE : Formula.FALSE;
        }
        List<Formula> parts = parts(formula);
        if (formula instanceof Named || !mentions(formula, known)) {
            return formula;
        }
        return merge(parts.stream().map(part -> told(part, known)).toList(), formula instanceof All);
    }

    private static boolean mentions(Formula formula, Map<String, Boolean> known) {
        return formula instanceof Literal literal
                ? known.containsKey(literal.feature())
                : parts(formula).stream().anyMatch(part -> mentions(part, known));
    }
}
