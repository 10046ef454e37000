package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.ArtifactRule;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.NearestName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the catalogue says of single jars and what changes nothing: a slip of the pen would go unseen. */
final class RuleNotes {
    private final PlanInput input;
    private final FeatureCatalog asWritten;
    private final Set<String> project = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Of an image.
     *
     * @param asWritten the catalogue without rules that follow from others
     * @param project the path of the project, with what is of other images
     */
    RuleNotes(PlanInput input, FeatureCatalog asWritten, List<PathEntry> project) {
        this.input = input;
        this.asWritten = asWritten;
        project.forEach(entry -> this.project.add(entry.artifact()));
    }

    /** All of it. Linear in the modules. */
    List<String> all() {
        for (ArtifactRule rule : asWritten.artifacts().values()) {
            String artifact = rule.artifact().text();
            if (!project.contains(artifact)) {
                notes.add(said(rule.artifact()) + " is not among the dependencies of the project that links"
                        + nearest(artifact, project));
                continue;
            }
            Optional<ApplicationModule> module = input.found().modules().values().stream()
                    .flatMap(List::stream)
                    .filter(found -> found.entry().artifact().equals(artifact))
                    .findFirst();
            rule.module().ifPresent(name -> named(rule, name, module));
            rule.optional().forEach(name -> optional(rule, name, module));
        }
        input.catalog().artifacts().forEach((artifact, rule) -> {
            if (!asWritten.artifacts().containsKey(artifact)) {
                notes.add(said(written(rule)) + " holds for " + artifact + ", too, which takes its place");
            }
        });
        return notes;
    }

    private Mention written(ArtifactRule followed) {
        return asWritten.artifacts().values().stream()
                .map(ArtifactRule::artifact)
                .filter(artifact -> artifact.place().equals(followed.artifact().place()))
                .findFirst()
                .orElseThrow();
    }

    private void named(ArtifactRule rule, Mention name, Optional<ApplicationModule> module) {
        module.map(ApplicationModule::name)
                .filter(own -> !own.equals(name.text()))
                .ifPresent(own -> notes.add(said(rule.artifact()) + " stays module " + own
                        + ", as its descriptor says: 'module' names only jars that have none"));
    }

    // One that is nowhere is rightly done without; what is written much like one that is there is meant to be that.
    private void optional(ArtifactRule rule, Mention name, Optional<ApplicationModule> module) {
        Set<String> known = new TreeSet<>(input.jdk().modules().keySet());
        known.addAll(input.found().modules().keySet());
        boolean required = module.stream()
                .flatMap(found -> found.reference().descriptor().requires().stream())
                .anyMatch(each -> each.name().equals(name.text()));
        if (!known.contains(name.text()) && !required) {
            new NearestName()
                    .to(name.text(), known)
                    .ifPresent(nearest -> notes.add(said(rule.artifact()) + " can do without " + name.text()
                            + ", which is neither on the module path nor in the JDK "
                            + input.jdk().version() + ": did you mean " + nearest + "?"));
        }
    }

    // Without its place: notes are part of the plan, which is the same in another folder and where a line moves.
    private static String said(Mention artifact) {
        return "artifacts: " + artifact.text();
    }

    private static String nearest(String name, Set<String> known) {
        return new NearestName()
                .to(name, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElse("");
    }
}
