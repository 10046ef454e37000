package io.whittle.assembler.report;

import io.whittle.assembler.audit.AskedJdk;
import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditFinding;
import io.whittle.assembler.audit.Bite;
import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.EffectiveProfile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the audit says of one image, where it is of the same declarations and the same code. */
final class AuditJudge {
    private final FeatureCatalog catalog;
    private final Optional<Audit> audit;
    private final boolean isStale;
    private final ImageDocuments documents;
    private final List<String> rows;

    /**
     * A judge of one image.
     *
     * @param audit of this catalogue; empty where there is none
     * @param isStale whether there is an audit of another one
     * @param rows that the image stands for
     */
    AuditJudge(
            FeatureCatalog catalog,
            Optional<Audit> audit,
            boolean isStale,
            ImageDocuments documents,
            List<String> rows) {
        this.catalog = catalog;
        this.audit = audit;
        this.isStale = isStale;
        this.documents = documents;
        this.rows = List.copyOf(rows);
    }

    Line line() {
        if (audit.isEmpty()) {
            return Line.notRun((isStale
                            ? "the audit is of another catalogue, and says nothing of this one"
                            : "no audit.json was found")
                    + ": mvn verify whittle:audit");
        }
        Set<Bite> looked = Set.copyOf(audit.get().images());
        boolean isLooked = looked.stream()
                .anyMatch(image -> rows.contains(image.profile())
                        && image.platform().toString().equals(documents.platform()));
        boolean isProfile = rows.stream().anyMatch(catalog.profiles()::containsKey);
        if (isProfile && !isLooked) {
            return Line.notRun("the audit " + (isStale ? "of this catalogue " : "") + "did not look at "
                    + documents.name() + " for " + documents.platform());
        }
        List<AuditFinding> errors = audit.get().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> isLooked ? bites(finding) : isAbout(finding))
                .toList();
        if (!errors.isEmpty()) {
            return Line.red(LineJudge.counted(errors.size(), "error") + ": "
                    + errors.stream()
                            .limit(3)
                            .map(finding -> finding.code().word() + " "
                                    + finding.feature().orElse("base") + " -> " + finding.target())
                            .collect(Collectors.joining(", "))
                    + (errors.size() > 3 ? ", and more" : ""));
        }
        SortedSet<String> unread = new TreeSet<>(audit.get().unread());
        unread.retainAll(modules());
        if (!unread.isEmpty()) {
            return Line.notRun("the code of " + String.join(", ", unread) + " was not read: mvn verify whittle:audit,"
                    + " on the whole reactor");
        }
        List<String> replaced = isLooked ? replaced() : List.of();
        if (!replaced.isEmpty()) {
            return Line.notRun("the image has other jars than the catalogue says, and no audit reads those: "
                    + String.join(", ", replaced));
        }
        List<String> edited = edited(audit.get());
        if (!edited.isEmpty()) {
            return Line.notRun("the image has other code of " + String.join(", ", edited)
                    + " than the audit read: mvn verify whittle:audit");
        }
        AskedJdk jdk = audit.get().jdk();
        if (jdk.notAsked().isPresent() && isAsking(jdk)) {
            return Line.notRun("what its code asks of the JDK by name was not looked at: "
                    + jdk.notAsked().get() + ": mvn verify whittle:audit, on such a JDK");
        }
        int skipped = audit.get().skipped().size();
        long accepted = audit.get().accepted().size();
        return Line.green("no error " + (isLooked ? "bites in it" : "is about its features")
                + (accepted > 0 ? "; accepted: " + accepted : "")
                + (skipped > 0 ? "; classes and jars that could not be read: " + skipped : "")
                + (jdk.otherPlatforms().contains(documents.platform())
                        ? "; needs of the JDK are those on another operating system"
                        : ""));
    }

    private boolean isAsking(AskedJdk jdk) {
        Set<String> modules = modules();
        return jdk.asking().stream().anyMatch(modules::contains);
    }

    private boolean bites(AuditFinding finding) {
        return finding.bites().isEmpty()
                || finding.bites().stream()
                        .anyMatch(bite -> rows.contains(bite.profile())
                                && bite.platform().toString().equals(documents.platform()));
    }

    // Rows that are no profiles are looked at by no audit; what it finds of their features holds for them, too.
    private boolean isAbout(AuditFinding finding) {
        Set<String> in = in();
        return finding.keys().stream()
                .anyMatch(key -> key.feature().map(in::contains).orElse(true));
    }

    /** Modules behind which one call put another artifact than the catalogue does. */
    private List<String> replaced() {
        Set<String> said = rows.stream()
                .filter(catalog.profiles()::containsKey)
                .flatMap(row -> EffectiveProfile.of(catalog, row).replace().entrySet().stream())
                .map(each -> each.getKey() + "=" + each.getValue().value().text())
                .collect(Collectors.toSet());
        return Json.entries(documents.tree(DocumentFolder.PLAN), "modules").stream()
                .filter(module -> !module.path("replaces").isEmpty())
                .map(module -> Json.text(module, "name") + "=" + PathEntry.artifact(Json.text(module, "from")))
                .filter(each -> !said.contains(each))
                .toList();
    }

    private List<String> edited(Audit read) {
        return documents.tree(DocumentFolder.CELL).path("code").properties().stream()
                .filter(module -> !read.code()
                        .getOrDefault(module.getKey(), Collections.emptySortedSet())
                        .contains(module.getValue().asString("")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        Json.entries(documents.tree(DocumentFolder.PLAN), "modules").forEach(module -> {
            modules.add(Json.text(module, "name"));
            modules.add(Json.text(module, "from"));
        });
        Json.entries(documents.tree(DocumentFolder.PLAN), "classpath")
                .forEach(jar -> modules.add(Json.text(jar, "from")));
        Json.entries(documents.tree(DocumentFolder.RESOLUTION), "modules")
                .forEach(module -> modules.add(Json.text(module, "module")));
        return modules;
    }

    private Set<String> in() {
        return Json.entries(documents.tree(DocumentFolder.RESOLUTION), "features").stream()
                .filter(feature -> feature.path("in").asBoolean(false))
                .map(feature -> Json.text(feature, "feature"))
                .collect(Collectors.toSet());
    }
}
