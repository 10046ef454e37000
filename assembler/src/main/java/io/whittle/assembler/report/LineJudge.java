package io.whittle.assembler.report;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.graph.catalog.FeatureCatalog;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the three lines of defence say of one image. Whatever is not known is not green. */
final class LineJudge {
    private static final String UNEXPECTED =
            "nothing says what should be in it: it is no profile of the catalogue, and of no row that is named"
                    + " (-Dwhittle.rows)";

    private final FeatureCatalog catalog;
    private final Optional<Audit> audit;
    private final ImageDocuments documents;
    private final Optional<ExpectedImage> expected;
    private final boolean isStale;
    private final AskedChecks asked;

    LineJudge(
            FeatureCatalog catalog,
            Optional<Audit> audit,
            boolean isStale,
            ImageDocuments documents,
            Optional<ExpectedImage> expected,
            AskedChecks asked) {
        this.catalog = catalog;
        this.audit = audit;
        this.documents = documents;
        this.expected = expected;
        this.isStale = isStale;
        this.asked = asked;
    }

    Lines lines() {
        return new Lines(resolve(), new AuditJudge(catalog, audit, isStale, documents, rows()).line(), check());
    }

    /** Why the image is of another catalogue or plan than what it is held against; empty where it is not. */
    Optional<String> foreign() {
        if (expected.isEmpty() || !documents.has(DocumentFolder.CELL)) {
            return Optional.empty();
        }
        ExpectedImage wanted = expected.get();
        Optional<String> id = documents.id(wanted.byPlan());
        return id.filter(wanted.id()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("it was built of another " + (wanted.byPlan() ? "plan" : "catalogue") + " (its id is "
                        + id.orElse("none") + ", and that of this one " + wanted.id() + ")");
    }

    private Line resolve() {
        if (!documents.has(DocumentFolder.RESOLUTION)) {
            return Line.notRun(documents.lacking(DocumentFolder.RESOLUTION));
        }
        if (!documents.has(DocumentFolder.PLAN)) {
            return Line.notRun(documents.lacking(DocumentFolder.PLAN));
        }
        if (!documents.has(DocumentFolder.CELL)) {
            return Line.notRun(
                    documents.lacking(DocumentFolder.CELL) + ", so nobody knows of which catalogue the image is");
        }
        Optional<String> foreign = foreign();
        if (foreign.isPresent()) {
            return Line.red(foreign.get());
        }
        if (expected.isEmpty()) {
            return Line.notRun(UNEXPECTED);
        }
        JsonNode resolution = documents.tree(DocumentFolder.RESOLUTION);
        if (!Json.text(resolution, "strategy").equals("closure")) {
            return Line.red("requirements were not followed: the strategy is " + Json.text(resolution, "strategy"));
        }
        long in = Json.entries(resolution, "features").stream()
                .filter(feature -> feature.path("in").asBoolean(false))
                .count();
        long all = resolution.path("features").size();
        return Line.green(counted(in, "feature") + " in, " + (all - in) + " out, and every requirement is followed");
    }

    private List<String> rows() {
        return expected.map(ExpectedImage::standsFor).orElseGet(() -> List.of(documents.name()));
    }

    private Line check() {
        if (catalog.checks().isEmpty()) {
            return Line.notRun("the catalogue has no checks, so nothing is known of how the image behaves");
        }
        if (!documents.has(DocumentFolder.CHECKS) && asked.checks().isEmpty()) {
            return Line.notRun(documents.lacking(DocumentFolder.CHECKS));
        }
        List<ImageCheck> checks =
                asked.checks().stream().filter(ImageCheck::isAsked).toList();
        List<String> red = checks.stream()
                .filter(ImageCheck::failed)
                .map(check -> check.name() + (check.outcome().equals("not-run") ? " (not run)" : ""))
                .toList();
        if (!red.isEmpty()) {
            return Line.red(
                    red.size() + " of " + counted(checks.size(), "check") + " failed: " + String.join(", ", red));
        }
        if (expected.isEmpty()) {
            return Line.notRun(UNEXPECTED);
        }
        if (!asked.otherwise().isEmpty()) {
            return Line.notRun("the catalogue asks otherwise by now: " + String.join(", ", asked.otherwise()));
        }
        Set<String> missed = new TreeSet<>();
        expected.ifPresent(image -> missed.addAll(image.checks()));
        checks.forEach(check -> missed.remove(check.name()));
        if (!missed.isEmpty()) {
            return Line.notRun("not asked: " + String.join(", ", missed));
        }
        if (checks.isEmpty()) {
            return Line.notRun("no check is applicable, so nothing is known of how the image behaves");
        }
        List<String> words = new ArrayList<>(List.of(counted(checks.size(), "check") + " passed"));
        long flaky = checks.stream().filter(ImageCheck::flaky).count();
        if (flaky > 0) {
            words.add(flaky + " at a later attempt");
        }
        int without = documents.tree(DocumentFolder.CHECKS).path("withoutCheck").size();
        if (without > 0) {
            words.add(counted(without, "feature") + " without a check");
        }
        return Line.green(String.join("; ", words));
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
