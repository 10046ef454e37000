package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.Ownership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What modules need of jars that are no modules of the image: where descriptors are made, only POMs tell of a jar that no module can be read
 * from, and without a word it would be left out.
 */
final class MadeBorder {
    private final PlanInput input;
    private final JarPlaces places;
    private final ModuleWalk walk;
    private final Asker asker;
    private final ArtifactOwners owners;

    MadeBorder(PlanInput input, JarPlaces places, ModuleWalk walk, Asker asker) {
        this.input = input;
        this.places = places;
        this.walk = walk;
        this.asker = asker;
        this.owners = ArtifactOwners.of(input.catalog());
    }

    /** Everything that stands against the image. Linear in modules; POMs are asked only where some jar may be missing. */
    List<String> faults() {
        Map<String, ModuleIndex.Unreadable> unreadable = new HashMap<>();
        input.index().unreadable().forEach(each -> unreadable.put(each.entry().artifact(), each));
        if (unreadable.isEmpty() && owners.byArtifact().isEmpty()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        JarBorder border = new JarBorder(input.resolution(), owners, asker, new Requiring(input.catalog()));
        for (String module : walk.modules()) {
            input.index()
                    .find(module)
                    .filter(MadeBorder::isMade)
                    .ifPresent(found -> places.dependencies(found.entry())
                            .keySet()
                            .forEach(artifact -> {
                                if (!input.resolution().artifacts().containsKey(artifact)) {
                                    border.passes(module, artifact, walk);
                                }
                                Optional.ofNullable(unreadable.get(artifact))
                                        .ifPresent(broken -> faults.add(unreadable(module, broken)));
                            }));
        }
        faults.addAll(border.faults());
        return faults;
    }

    /** What to tell of a module that somebody requires and that only a jar of a feature that is out holds; empty for any other. */
    Optional<String> missing(ModuleWalk.Missing missing) {
        return input.found().modules().getOrDefault(missing.module(), List.of()).stream()
                .map(found -> found.entry().artifact())
                .filter(artifact -> owners.byArtifact().containsKey(artifact)
                        && !input.resolution().artifacts().containsKey(artifact))
                .findFirst()
                .map(artifact -> out(missing, artifact));
    }

    private String out(ModuleWalk.Missing missing, String artifact) {
        Optional<Ownership> source = asker.nearestOwner(walk.chain(missing.from()));
        boolean base = source.filter(Ownership.ByBase.class::isInstance).isPresent();
        List<String> features = owners.byArtifact().get(artifact).stream()
                .flatMap(owner -> owner.feature().stream())
                .distinct()
                .toList();
        Requiring requiring = new Requiring(input.catalog());
        return missing.from() + " requires " + missing.module() + ", which is " + artifact + ", and that is of "
                + owners.byArtifact().get(artifact).stream().map(asker::owner).collect(Collectors.joining(" and of "))
                + ", which is not in " + input.resolution().profile().name() + " on "
                + input.resolution().platform() + ".\n  "
                + Asker.capital(asker.chain(walk.chain(missing.from()))) + ".\n  "
                + (base
                        ? "Base is in every image, so it must stand without features: move " + artifact
                                + " to base.artifacts"
                        : Asker.capital(source.flatMap(Ownership::feature)
                                .map(asking -> features.stream()
                                        .map(feature -> requiring.mend(asking, feature))
                                        .collect(Collectors.joining("; or ")))
                                .orElse("have what is in require " + String.join(" or ", features))))
                + "; or make the use optional in code ('requires static', or a service).";
    }

    private String unreadable(String module, ModuleIndex.Unreadable broken) {
        return module + " requires " + broken.entry().artifact() + " (its POM), and no module can be read from it: "
                + broken.reason() + " (" + broken.entry().path() + ").\n  "
                + Asker.capital(asker.chain(walk.chain(module))) + ".\n  "
                + "Where only its name is wrong, give it one: 'artifacts: {"
                + broken.entry().artifact()
                + ": {module: <name>}}'; else take another version of it, or exclude it from the dependencies where "
                + module + " works without.";
    }

    private static boolean isMade(ApplicationModule module) {
        return module.changed().map(ChangedJar::changes).orElse(List.of()).stream()
                .anyMatch(change -> change.kind() == JarChange.Kind.DESCRIPTOR_MADE);
    }
}
