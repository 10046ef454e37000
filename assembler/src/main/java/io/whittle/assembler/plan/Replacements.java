package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.NearestName;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Artifacts that are put behind modules, held against what is on the path. */
final class Replacements {
    private final ModuleIndex index;

    Replacements(ModuleIndex index) {
        this.index = index;
    }

    /**
     * Why an artifact cannot be put behind a module; empty where it can.
     *
     * @param said who says so, such as {@code profile small replaces acme.codec by org.acme:fork (feature-tags.yaml:7:5)}
     */
    Optional<String> fault(String module, String artifact, String said) {
        List<ApplicationModule> held = index.modules().values().stream()
                .flatMap(Collection::stream)
                .filter(found -> found.entry().artifact().equals(artifact))
                .toList();
        if (held.stream().anyMatch(found -> found.name().equals(module))) {
            return Optional.empty();
        }
        if (held.isEmpty()) {
            return Optional.of(said + ", and " + notOnThePath(artifact));
        }
        ApplicationModule other = held.get(0);
        return Optional.of(said + ", but " + other.entry().label() + " is the module " + other.name() + ".\n  "
                + (other.automatic()
                        ? "It has no descriptor, so its name can be given: write artifacts: {" + artifact
                                + ": {module: " + module + "}} at the top level of the catalogue."
                        : "Only one of that name can be required by it: give the module in it the name " + module
                                + ", or take another artifact."));
    }

    private String notOnThePath(String artifact) {
        SortedSet<String> known = new TreeSet<>();
        Stream.concat(
                        index.modules().values().stream()
                                .flatMap(Collection::stream)
                                .map(ApplicationModule::entry),
                        index.unreadable().stream().map(ModuleIndex.Unreadable::entry))
                .map(PathEntry::artifact)
                .forEach(known::add);
        String[] words = artifact.split(":");
        return artifact + " is no dependency of the project that links.\n  "
                + new NearestName()
                        .to(artifact, known)
                        .map(nearest -> "Did you mean " + nearest + "? ")
                        .orElse("")
                + "Add it beside the one that it takes the place of: <dependency><groupId>" + words[0]
                + "</groupId><artifactId>" + words[1] + "</artifactId>"
                + (words.length > 2 ? "<classifier>" + words[2] + "</classifier>" : "")
                + "<version>…</version></dependency>.";
    }
}
