package io.whittle.graph.interchange;

import java.util.List;

/** What a constraint says. A list of alternatives or of demands is one node, however long: trees stay shallow. */
sealed interface Formula {
    /** Holds always. */
    Formula TRUE = new All(List.of());

    /** Holds never. */
    Formula FALSE = new Any(List.of());

    /** The feature is in, or it is out. */
    record Literal(String feature, boolean in) implements Formula {
        Literal opposite() {
            return new Literal(feature, !in);
        }
    }

    /** All of them hold. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of them holds at least. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. In no normal form. */
    record Not(Formula part) implements Formula {}

    /** Both hold or neither does. In no normal form. */
    record Same(Formula left, Formula right) implements Formula {}

    /**
     * A part that is spoken of by a name of its own, for it is needed in more than one place. Two of them are the same
     * only if they are one: to compare what is in them would take as long as to write it out.
     */
    final class Named implements Formula {
        private final Formula part;

        Named(Formula part) {
            this.part = part;
        }

        Formula part() {
            return part;
        }
    }
}
