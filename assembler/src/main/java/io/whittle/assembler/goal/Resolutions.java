package io.whittle.assembler.goal;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.explain.Refusal;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnknownProfileException;
import io.whittle.graph.resolve.UnresolvableException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue and what the asked profiles come to on the asked platforms: all of them, or every reason why not.
 *
 * @param <T> what one profile comes to on one platform
 */
record Resolutions<T>(FeatureCatalog catalog, List<T> each) {
    static final String ALL = "all";

    Resolutions {
        each = List.copyOf(each);
    }

    /** One way to answer a request. */
    @FunctionalInterface
    interface Strategy<T> {
        T answer(FeatureCatalog catalog, Request request) throws UnresolvableException;
    }

    /**
     * Reads the catalogue and resolves.
     *
     * @param profiles names; {@code all} among them stands for every profile
     * @param platforms as the catalogue spells them; {@code all} among them stands for those that each profile names
     * @param warningsOf what an answer warns of
     */
    static <T> Resolutions<T> of(
            Path file,
            List<String> profiles,
            List<String> platforms,
            Strategy<T> strategy,
            Function<T, List<Notice>> warningsOf,
            Progress progress)
            throws GoalException {
        return of(read(file), profiles, platforms, strategy, warningsOf, progress);
    }

    /** Reads the catalogue, and follows what is required. */
    static Resolutions<Resolution> closures(Path file, List<String> profiles, List<String> platforms, Progress progress)
            throws GoalException {
        return of(file, profiles, platforms, Resolver::resolve, Resolution::warnings, progress);
    }

    /** Resolves in a catalogue that has been read. */
    static <T> Resolutions<T> of(
            CatalogReading reading,
            List<String> profiles,
            List<String> platforms,
            Strategy<T> strategy,
            Function<T, List<Notice>> warningsOf,
            Progress progress)
            throws GoalException {
        FeatureCatalog catalog = reading.catalog();
        List<String> faults = new ArrayList<>();
        AskedPlatforms asked = AskedPlatforms.of(platforms, faults);
        List<Request> requests = new ArrayList<>();
        for (String profile : existing(names(profiles, catalog, faults), catalog, faults)) {
            asked.of(catalog, profile, faults).forEach(platform -> requests.add(new Request(profile, platform)));
        }
        List<T> answers = answers(catalog, requests, strategy, faults);
        Set<Notice> notices = new LinkedHashSet<>(reading.warnings());
        answers.forEach(answer -> notices.addAll(warningsOf.apply(answer)));
        notices.forEach(notice -> progress.warn(notice.render(catalog.source(), "warning")));
        return new Resolutions<>(catalog, answers);
    }

    /**
     * Answers every request.
     *
     * @param faults what is wrong already: told with what stands against the requests
     */
    static <T> List<T> answers(
            FeatureCatalog catalog, List<Request> requests, Strategy<T> strategy, List<String> faults)
            throws GoalException {
        List<T> answers = new ArrayList<>();
        List<UnresolvableException> refused = new ArrayList<>();
        for (Request request : requests) {
            try {
                answers.add(strategy.answer(catalog, request));
            } catch (UnresolvableException cannot) {
                refused.add(cannot);
            }
        }
        Refusal.of(refused).forEach(refusal -> faults.add(text(refusal)));
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return answers;
    }

    // What several profiles have in common is told once.
    private static String text(Refusal refusal) {
        Request first = refusal.requests().get(0);
        return (refusal.requests().size() == 1
                        ? "Profile " + first.profile() + " cannot be had on " + first.platform()
                        : "These cannot be had: " + refusal.who())
                + ":\n" + String.join("\n", refusal.texts());
    }

    /** Reads the catalogue alone. */
    static CatalogReading read(Path file) throws GoalException {
        try {
            return CatalogReader.read(file);
        } catch (CatalogException broken) {
            throw new GoalException(List.of(broken.getMessage()));
        }
    }

    static Set<String> names(List<String> asked, FeatureCatalog catalog, List<String> faults) {
        Set<String> known = catalog.profiles().keySet();
        if (known.isEmpty()) {
            faults.add(catalog.source().file() + " has no profiles, so there is nothing to resolve.\n"
                    + "  Write one under 'profiles', such as:  profiles: {small: {include: [my-feature]}}");
            return known;
        }
        if (asked.isEmpty()) {
            faults.add(
                    "No profile is asked for.\n  Name one with -Dwhittle.profile=<name>, several separated by commas, or"
                            + " 'all'; " + catalog.source().file() + " has " + String.join(", ", known) + ".");
        }
        // A profile may be called all; then the word means that one.
        return asked.stream()
                .flatMap(name -> name.equals(ALL) && !known.contains(ALL) ? known.stream() : Stream.of(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    // Before the platforms, so that a wrong name is told even where no platform is right.
    static List<String> existing(Set<String> names, FeatureCatalog catalog, List<String> faults) {
        List<String> existing = new ArrayList<>();
        for (String name : names) {
            try {
                existing.add(EffectiveProfile.of(catalog, name).name());
            } catch (UnknownProfileException unknown) {
                faults.add(catalog.source().file() + ": " + unknown.getMessage());
            }
        }
        return existing;
    }
}
