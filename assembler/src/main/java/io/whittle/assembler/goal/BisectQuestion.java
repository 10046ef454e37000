package io.whittle.assembler.goal;

import io.whittle.assembler.heal.Over;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a bisection, once all of it makes sense.
 *
 * @param catalog as it is read
 * @param check the one that fails
 * @param over what is looked for
 * @param superset the profile that has more; none where nobody named one and there is no full
 * @param runners by platform
 */
record BisectQuestion(
        FeatureCatalog catalog,
        String check,
        Over over,
        Optional<String> superset,
        SortedMap<Platform, List<String>> runners) {
    private static final String FULL = "full";

    /** Reads a request against its catalogue; all that is wrong with it is told at once. */
    static BisectQuestion of(BisectRequest request) throws GoalException {
        LinkRequest link = request.checking().link();
        FeatureCatalog catalog =
                Replacing.of(link.replace()).in(Resolutions.read(link.catalog()).catalog());
        List<String> faults = new ArrayList<>();
        String check = check(request.checking().checks(), catalog, faults);
        Over over = over(request.over(), faults);
        Optional<String> superset = superset(request.superset(), catalog, faults);
        request.feature().ifPresent(feature -> BisectFix.requireKnown(feature, catalog, faults));
        SortedMap<Platform, List<String>> runners = new TreeMap<>();
        try {
            runners.putAll(Runners.of(link.after().runners()));
        } catch (GoalException wrong) {
            faults.addAll(wrong.faults());
        }
        single("profile", link.profiles(), catalog.profiles().keySet(), faults);
        single("platform", link.platforms(), Set.of(), faults);
        if (request.attempts().filter(number -> number < 1).isPresent()) {
            faults.add("whittle.attempts is " + request.attempts().get() + ", but a check is tried at least once.");
        }
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        return new BisectQuestion(catalog, check, over, superset, runners);
    }

    private static String check(List<String> asked, FeatureCatalog catalog, List<String> faults) {
        if (asked.size() == 1) {
            return CheckNames.of(asked, catalog, faults).first();
        }
        faults.add("whittle:bisect looks at one check: name it with -Dwhittle.check=<name>; "
                + catalog.source().file() + " has "
                + (catalog.checks().isEmpty()
                        ? "none"
                        : String.join(", ", catalog.checks().keySet())) + ".");
        return "";
    }

    private static Over over(String word, List<String> faults) {
        Optional<Over> over = Stream.of(Over.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (over.isEmpty()) {
            faults.add("whittle.over is '" + word + "'; it is one of "
                    + Stream.of(Over.values())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return over.orElse(Over.BOTH);
    }

    private static void single(String what, List<String> asked, Set<String> known, List<String> faults) {
        // A profile may be called all; then the word means that one.
        boolean all = asked.contains(Resolutions.ALL) && !known.contains(Resolutions.ALL);
        if (asked.size() > 1 || all) {
            faults.add("whittle:bisect looks at one image: name one " + what + " with -Dwhittle." + what + "=<" + what
                    + ">, not " + String.join(",", asked) + ".");
        }
    }

    private static Optional<String> superset(String name, FeatureCatalog catalog, List<String> faults) {
        return name.equals(FULL) && !catalog.profiles().containsKey(FULL)
                ? Optional.empty()
                : Resolutions.existing(new TreeSet<>(List.of(name)), catalog, faults).stream()
                        .findFirst();
    }
}
