package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.export.CiMatrix;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * A matrix.json that nobody named. One that is stale, or about less than is asked for, must not decide what there should be; one that
 * is about more rows may.
 */
record FoundMatrix(JsonNode document) {
    /** Why it is not the one that is meant; empty where it is. */
    Optional<String> other(MatrixScope scope, FeatureCatalog catalog) {
        CiMatrix.Asked asked = scope.of(catalog);
        if (!document.path("shard").isMissingNode()) {
            return Optional.of("it is a part of a matrix");
        }
        if (!document.path("catalog").path("sha256").asString("").equals(asked.catalog())) {
            return Optional.of("it is of another catalogue");
        }
        List<String> rows = texts("rows");
        if (!rows.containsAll(scope.rows())) {
            return Optional.of("its rows are " + String.join(", ", rows) + ", and asked for are "
                    + String.join(", ", scope.rows()));
        }
        if (!document.path("leftOut").isEmpty() && scope.maxRows().isEmpty()) {
            return Optional.of("a limit has left cells out of it");
        }
        return differs("profiles", asked.profiles()).or(() -> differs("platforms", asked.platforms()));
    }

    private Optional<String> differs(String name, SortedSet<String> asked) {
        return Set.copyOf(texts(name)).equals(asked)
                ? Optional.empty()
                : Optional.of("its " + name + " are " + words(texts(name)) + ", and asked for are " + words(asked));
    }

    private static String words(Iterable<String> names) {
        String words = String.join(", ", names);
        return words.isEmpty() ? "all" : words;
    }

    private List<String> texts(String name) {
        return document.path(name).valueStream().map(text -> text.asString("")).toList();
    }
}
