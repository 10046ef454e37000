package io.whittle.assembler.goal;

import io.whittle.assembler.audit.EdgeEvidence;
import io.whittle.assembler.audit.EdgeJson;
import io.whittle.assembler.audit.EdgeText;
import io.whittle.assembler.evidence.Evidence;
import io.whittle.assembler.explain.ArtifactExplanation;
import io.whittle.assembler.explain.ArtifactExplanationText;
import io.whittle.assembler.explain.ArtifactNeeds;
import io.whittle.assembler.explain.KnownArtifacts;
import io.whittle.assembler.explain.ModuleExplanation;
import io.whittle.assembler.explain.ModuleExplanationJson;
import io.whittle.assembler.explain.ModuleExplanationText;
import io.whittle.assembler.explain.RequiresOfProfiles;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.explain.ExplanationJson;
import io.whittle.graph.explain.FeatureExplanation;
import io.whittle.graph.explain.FeatureExplanationText;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells why a feature, a module or an artifact is in images or not, on the console and as a document. A profile that cannot be
 * had is explained, and stops nothing.
 */
public final class ExplainGoal {
    private final ExplainRequest request;
    private final Progress progress;
    private final String name;

    private ExplainGoal(ExplainRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.name = request.subject().name();
    }

    /**
     * Runs the goal.
     *
     * @throws GoalException when the catalogue cannot be read, or there is nothing of a name that was given
     */
    public static void run(ExplainRequest request, Progress progress)
            throws GoalException, IOException, InterruptedException {
        new Leftovers(request.output(), progress).clearIfNobodyBuilds();
        new ExplainGoal(request, progress).explain();
    }

    private void explain() throws GoalException, IOException, InterruptedException {
        OutputPlace.holdKept(request.output());
        CatalogReading reading = Resolutions.read(request.catalog());
        FeatureCatalog catalog = Replacing.of(request.replace()).in(reading.catalog());
        List<String> faults = new ArrayList<>();
        List<Request> requests = Requests.of(catalog, request.profiles(), request.platforms(), faults);
        switch (request.subject().kind()) {
            case FEATURE -> feature(catalog, requests, faults);
            case MODULE -> module(catalog, requests, faults);
            case ARTIFACT -> artifact(catalog, requests, faults);
            case EDGE -> edge(catalog, faults);
        }
        reading.warnings().forEach(notice -> progress.warn(notice.render(catalog.source(), "warning")));
    }

    private void feature(FeatureCatalog catalog, List<Request> requests, List<String> faults)
            throws GoalException, IOException, InterruptedException {
        know(catalog.features().keySet(), catalog.source().file() + " has no feature '" + name + "'", faults);
        FeatureExplanation explanation = FeatureExplanation.of(catalog, name, requests);
        tell(FeatureExplanationText.render(explanation, Console.style()), ExplanationJson.write(explanation));
    }

    private void module(FeatureCatalog catalog, List<Request> requests, List<String> faults)
            throws GoalException, IOException, InterruptedException {
        TargetJdk jdk = new Jdks(request.jdks(), progress).forReading();
        RequiresOfProfiles requires =
                requires(catalog, ModularPaths.of(request.path(), catalog, jdk, request.output()), jdk, requests);
        know(
                modules(catalog, requires.path()),
                "There is no module '" + name + "' on the module path, in the JDK or in "
                        + catalog.source().file(),
                faults);
        ModuleExplanation explanation = ModuleExplanation.of(catalog, requires, name, requests);
        tell(ModuleExplanationText.render(explanation), ModuleExplanationJson.write(explanation));
    }

    private RequiresOfProfiles requires(FeatureCatalog catalog, ModularPath path, TargetJdk jdk, List<Request> requests)
            throws IOException {
        SortedMap<String, ModuleRequires> replacing = new TreeMap<>();
        Map<SortedMap<String, String>, ModuleRequires> known = new HashMap<>();
        for (Request each : requests) {
            SortedMap<String, String> replaced = new TreeMap<>();
            EffectiveProfile.of(catalog, each.profile())
                    .replace()
                    .forEach((module, said) -> replaced.put(module, said.value().text()));
            if (!replaced.isEmpty()) {
                ModuleRequires of = known.get(replaced);
                if (of == null) {
                    of = requires(catalog, path.whole(replaced), jdk);
                    known.put(replaced, of);
                }
                replacing.put(each.profile(), of);
            }
        }
        ModuleIndex whole = path.whole();
        return new RequiresOfProfiles(
                requires(catalog, whole, jdk), replacing, new JarsOfPath(request.path(), whole, jdk));
    }

    private ModuleRequires requires(FeatureCatalog catalog, ModuleIndex index, TargetJdk jdk) throws IOException {
        return new ModuleRequires(index, jdk)
                .with(ArtifactNeeds.of(catalog, request.path(), index, request.edges(), jdk)
                        .byArtifact());
    }

    private static SortedSet<String> modules(FeatureCatalog catalog, ModuleRequires requires) {
        SortedSet<String> known = new TreeSet<>(requires.modules());
        known.addAll(ModuleOwners.of(catalog).byModule().keySet());
        for (Feature feature : catalog.features().values()) {
            feature.body().jdkModules().stream().map(JdkModule::module).forEach(module -> known.add(module.text()));
        }
        return known;
    }

    private void artifact(FeatureCatalog catalog, List<Request> requests, List<String> faults)
            throws GoalException, IOException, InterruptedException {
        TargetJdk jdk = new Jdks(request.jdks(), progress).forReading();
        ModularPath path = ModularPaths.of(request.path(), catalog, jdk, request.output());
        know(
                KnownArtifacts.of(catalog, request.path()).names(),
                "There is no artifact '" + name + "' on the module path or in "
                        + catalog.source().file(),
                faults);
        ArtifactExplanation explanation = ArtifactExplanation.of(
                catalog, request.path(), path.whole(), requires(catalog, path, jdk, requests), name, requests);
        tell(ArtifactExplanationText.render(explanation, Console.style()), ModuleExplanationJson.write(explanation));
    }

    private void edge(FeatureCatalog catalog, List<String> faults)
            throws GoalException, IOException, InterruptedException {
        String[] ends = name.split(":", -1);
        if (ends.length != 2) {
            faults.add("whittle.edge is '" + name
                    + "', which is no edge.\n  Write two features with a colon between them, such"
                    + " as dns:netstack; the first may be base.");
            throw new GoalException(faults);
        }
        boolean ofBase = ends[0].equals("base") && !catalog.features().containsKey("base");
        for (String end : ofBase ? List.of(ends[1]) : List.of(ends)) {
            if (!catalog.features().containsKey(end)) {
                faults.add(catalog.source().file() + " has no feature '" + end + "'"
                        + nearest(end, catalog.features().keySet()));
            }
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        ModuleIndex index = ModuleIndex.of(request.path());
        Evidence evidence = Code.read(index, new Jdks(request.jdks(), progress).forReading(), request.output());
        EdgeEvidence found =
                EdgeEvidence.of(catalog, index, evidence, ofBase ? Optional.empty() : Optional.of(ends[0]), ends[1]);
        tell(String.join("\n", EdgeText.lines(found)), EdgeJson.write(found));
    }

    private static String nearest(String name, Collection<String> known) {
        return new NearestName()
                .to(name, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse(".");
    }

    private void know(Collection<String> known, String unknown, List<String> faults) throws GoalException {
        if (!known.contains(name)) {
            faults.add(unknown
                    + nearest(name, known)
                    + (request.subject().needsModules()
                            ? "\n  Modules of this build are seen where they have been built in the same call:"
                                    + " mvn package whittle:explain."
                            : ""));
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
    }

    private void tell(String text, String document) throws GoalException, IOException {
        text.lines().forEach(progress::say);
        Path file = OutputPlace.below(request.output(), "explain")
                .resolve(request.subject().file());
        WholeFile.write(file, document.getBytes(StandardCharsets.UTF_8));
        progress.say("written to " + file);
    }
}
