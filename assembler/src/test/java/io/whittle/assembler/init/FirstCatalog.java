package io.whittle.assembler.init;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.audit.AuditInput;
import io.whittle.assembler.audit.Auditor;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.JarPath;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.Planner;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The first catalogue of a project, read back and put to use. */
final class FirstCatalog {
    private static final TargetJdk JDK = TestJdk.running();

    private final ModuleIndex index;
    private final Evidence evidence;
    private final Sketch sketch;
    private final FeatureCatalog catalog;

    private FirstCatalog(List<PathEntry> path, SortedMap<String, SortedMap<String, String>> jdkModules)
            throws Exception {
        this.index = ModuleIndex.of(path);
        this.evidence = Evidence.of(index, JDK.modules().values());
        this.sketch = Sketcher.sketch(new InitInput(Optional.of("sample"), index, JDK, evidence, jdkModules));
        this.catalog = CatalogReader.read(Path.of("feature-tags.yaml"), text()).catalog();
    }

    static FirstCatalog of(List<PathEntry> path) throws Exception {
        return new FirstCatalog(path, new TreeMap<>());
    }

    static FirstCatalog of(Path folder, TestReactor reactor) throws Exception {
        return of(reactor.folders(folder));
    }

    static FirstCatalog of(Path folder, TestReactor reactor, Map<String, List<String>> jdkModules) throws Exception {
        SortedMap<String, SortedMap<String, String>> answers = new TreeMap<>();
        jdkModules.forEach((module, names) -> names.forEach(name ->
                answers.computeIfAbsent(module, none -> new TreeMap<>()).put(name, "jdk: a word in " + module)));
        return new FirstCatalog(reactor.folders(folder), answers);
    }

    String text() {
        return SketchText.write(sketch);
    }

    /** Holds the text, and that it validates, audits clean and can be planned. */
    FirstCatalog hold(String golden) throws Exception {
        Golden.hold("init/" + golden + ".yaml", text());
        return holdUse();
    }

    FirstCatalog holdUse() throws Exception {
        holdAudit();
        plan("minimal");
        plan("full");
        return this;
    }

    /** Holds that it validates and audits clean. */
    FirstCatalog holdAudit() throws Exception {
        CatalogAnalysis analysis = CatalogAnalysis.of(catalog, List.of(Platform.host()));
        assertThat(analysis.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        Audit audit = Auditor.audit(
                new AuditInput(
                        catalog,
                        index,
                        JarEdges.UNKNOWN,
                        JDK,
                        evidence,
                        List.of(),
                        Optional.empty(),
                        List.of(resolve("minimal"), resolve("full"))),
                Set.of());
        assertThat(audit.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .isEmpty();
        return this;
    }

    /** The modules of an image that are not the JDK's. */
    List<String> modules(String profile) throws Exception {
        return plan(profile).modules().keySet().stream()
                .filter(module -> !JDK.modules().containsKey(module))
                .toList();
    }

    ImagePlan plan(String profile) throws Exception {
        return Planner.plan(
                new PlanInput(catalog, resolve(profile), index, new JarPath(List.of(), JarEdges.UNKNOWN), JDK, false));
    }

    private Resolution resolve(String profile) throws Exception {
        return Resolver.resolve(catalog, new Request(profile, Platform.host()));
    }
}
