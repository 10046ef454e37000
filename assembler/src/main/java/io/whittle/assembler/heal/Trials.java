package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Verdict;
import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.Outcome;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Runs a check on sets of parts: in a laboratory, which shows the JVM no more of itself than the set, or in images linked of it. */
final class Trials {
    private final TrialPlans plans;
    private TrialCheck check;
    private final TrialImages images;
    private final Set<ImagePart> everything;
    private final Set<ImagePart> given;
    private final Path image;
    private final Optional<Path> laboratory;
    private final LoadTrace trace;
    private final Set<String> loaded = new TreeSet<>();
    private int runs;
    private int links;

    /**
     * Prepares.
     *
     * @param given what is in every set
     * @param image the image of just that, as it was linked
     * @param everything the set whose classes are traced
     * @param laboratory an image that holds all of them; where there is none, each set is linked
     */
    Trials(
            TrialPlans plans,
            TrialCheck check,
            TrialImages images,
            Set<ImagePart> given,
            Path image,
            Set<ImagePart> everything,
            Optional<Path> laboratory,
            LoadTrace trace,
            int runs) {
        this.plans = plans;
        this.check = check;
        this.images = images;
        this.given = given;
        this.image = image;
        this.everything = everything;
        this.laboratory = laboratory;
        this.trace = trace;
        this.runs = runs;
    }

    /** Modules whose classes were loaded when the whole superset passed. */
    Set<String> loaded() {
        return loaded;
    }

    /** How many runs there were, those before included. */
    int runs() {
        return runs;
    }

    /** The check on a set, in the laboratory where there is one. */
    Verdict fast(Set<ImagePart> set) {
        return laboratory.isPresent() ? broken(() -> limited(set, laboratory.get())) : linked(set);
    }

    /** The check in an image linked of a set. */
    Verdict linked(Set<ImagePart> set) {
        return broken(() -> {
            ImagePlan plan = plan(set);
            if (set.equals(given)) {
                return asked(image, plan, List.of());
            }
            String name = "linked-" + ++links;
            Path trial = images.link(name, plan);
            try {
                return asked(trial, plan, traced(set, List.of()));
            } finally {
                images.delete(name);
                remember(set);
            }
        });
    }

    private Verdict limited(Set<ImagePart> set, Path inside) throws Exception {
        ImagePlan plan = plan(set);
        String modules = String.join(",", plan.modules().keySet());
        List<String> options = traced(set, List.of("--limit-modules=" + modules));
        Verdict verdict = asked(inside, plan, options);
        remember(set);
        return verdict;
    }

    private Verdict asked(Path inside, ImagePlan plan, List<String> options) throws IOException, InterruptedException {
        CheckResult result = check.run(inside, plan, options, ++runs);
        if (result.outcome() instanceof Outcome.Passed) {
            check = check.knowing(result.millis());
        }
        return TrialCheck.verdict(result);
    }

    private List<String> traced(Set<ImagePart> set, List<String> options) {
        if (!set.equals(everything)) {
            return options;
        }
        List<String> all = new ArrayList<>(options);
        all.addAll(trace.options());
        return all;
    }

    private void remember(Set<ImagePart> set) throws IOException {
        if (set.equals(everything)) {
            loaded.addAll(trace.modules());
        }
    }

    private ImagePlan plan(Set<ImagePart> set) throws UnresolvableException, LinkException, IOException {
        return plans.plan(
                        names(set, ImagePart.Kind.FEATURE),
                        names(set, ImagePart.Kind.JDK_MODULE),
                        names(set, ImagePart.Kind.MODULE))
                .plan();
    }

    private Set<String> names(Set<ImagePart> set, ImagePart.Kind kind) {
        Set<String> names = new TreeSet<>();
        set.stream()
                .filter(part -> part.kind() == kind && !given.contains(part))
                .forEach(part -> names.add(part.name()));
        return names;
    }

    private interface Trial {
        Verdict run() throws Exception;
    }

    /** What cannot be had or linked says nothing of the check; anything else ends the search. */
    private static Verdict broken(Trial trial) {
        try {
            return trial.run();
        } catch (UnresolvableException | LinkException cannot) {
            return Verdict.UNRESOLVED;
        } catch (RuntimeException defect) {
            throw defect;
        } catch (Exception stopped) {
            throw new BrokenTrialException(stopped);
        }
    }
}
