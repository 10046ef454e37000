package io.whittle.assembler.plan;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;

/** The edit that has a feature require another, by what stands there already: a key that is there is not written again. */
record Requiring(FeatureCatalog catalog) {
    /** Begins small, and has no full stop. */
    String mend(String asking, String required) {
        List<Edge> there = catalog.features().get(asking).body().requires();
        String since = ", since " + asking + " does not require " + required;
        if (there.isEmpty()) {
            return "add 'requires: [" + required + "]' to feature " + asking + " in the catalogue" + since;
        }
        return there.stream()
                .filter(edge -> edge.target().text().equals(required))
                .findFirst()
                .map(this::widen)
                .orElse("add " + required + " to 'requires' of " + asking + " ("
                        + catalog.source().at(there.get(0).target().place()) + ")" + since);
    }

    private String widen(Edge edge) {
        return "have " + edge.target().text() + " required here too: its entry ("
                + catalog.source().at(edge.target().place()) + ") holds only where " + edge.when();
    }
}
