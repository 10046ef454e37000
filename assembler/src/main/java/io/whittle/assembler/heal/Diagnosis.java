package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.Runs;
import io.whittle.assembler.check.Fault;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.edit.Addition;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was found out of a check that fails in an image.
 *
 * @param check its name
 * @param profile what the image was linked for
 * @param platform what it runs on
 * @param superset what else was tried, in words; empty when nothing had to be
 * @param without features and modules that were not tried since the profile cannot have them
 * @param fault what the image did otherwise than the check expects; empty where it passed or was not run
 * @param result what bisecting came to
 * @param runs every run of the check, that of the image itself first; the time is that of all, with what was linked
 * @param suspects parts that the passing superset was seen to use
 * @param options options of the image without each of which it passes, such as {@code locales}
 * @param excluded what the profile says against what is missing, such as {@code small excludes stack (feature-tags.yaml:8:30)}
 * @param askers features at which what is missing may be declared: the first that makes sense alone where it is one; base where none
 *     has to do with the check
 */
public record Diagnosis(
        String check,
        String profile,
        Platform platform,
        Optional<String> superset,
        SortedSet<String> without,
        Optional<Fault> fault,
        BisectionResult<ImagePart> result,
        Runs<ImagePart> runs,
        SortedSet<ImagePart> suspects,
        List<String> options,
        List<String> excluded,
        List<String> askers) {
    public Diagnosis {
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
        suspects = Collections.unmodifiableSortedSet(new TreeSet<>(suspects));
        options = List.copyOf(options);
        excluded = List.copyOf(excluded);
        askers = List.copyOf(askers);
    }

    /** What to declare so that the image heals; the feature that gets it is left open where several may. */
    public List<Addition> edits() {
        return edits(askers.size() == 1 ? Optional.of(askers.get(0)) : Optional.empty());
    }

    /** What to declare at a feature so that the image heals, or at base; nothing where no answer was found. */
    public List<Addition> edits(Optional<String> asker) {
        if (!(result instanceof Healed<ImagePart> healed)) {
            return List.of();
        }
        return healed.answer().culprits().stream()
                .map(culprit -> new Addition(
                        asker,
                        switch (culprit.kind()) {
                            case FEATURE -> Addition.Key.REQUIRES;
                            case JDK_MODULE -> Addition.Key.JDK_MODULES;
                            case MODULE -> Addition.Key.MODULES;
                        },
                        culprit.name(),
                        Optional.of("without it the check " + check + " fails")))
                .toList();
    }
}
