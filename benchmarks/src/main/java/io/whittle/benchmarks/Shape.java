package io.whittle.benchmarks;

/** How densely the features of a generated catalogue are joined. */
public enum Shape {
    /** Two requirements a feature, as hand-written catalogues have them. */
    SPARSE(2),

    /** Fifty requirements a feature: more than anybody writes by hand. */
    DENSE(50);

    private final int requirements;

    Shape(int requirements) {
        this.requirements = requirements;
    }

    /** How many requirements a feature has on average. */
    int requirements() {
        return requirements;
    }
}
