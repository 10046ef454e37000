package io.whittle.assembler.goal;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.NearestName;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.cells.RowKind;
import io.whittle.graph.cells.Shard;
import io.whittle.graph.resolve.Request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A user's words on a matrix, read against the catalogue.
 *
 * @param kinds what rows there are
 * @param requests profiles on their platforms
 * @param platforms that rows of features and pairs are for
 */
record MatrixWords(Set<RowKind> kinds, List<Request> requests, List<Platform> platforms) {
    private static final List<String> KINDS =
            Arrays.stream(RowKind.values()).map(RowKind::word).toList();

    /** Reads them; what is wrong is a fault. */
    static MatrixWords of(MatrixScope scope, FeatureCatalog catalog, List<String> faults) {
        Set<RowKind> kinds = kinds(scope.rows(), faults);
        AskedPlatforms named = AskedPlatforms.of(scope.platforms(), faults);
        Set<Platform> asked = named.all() ? Set.of() : named.named();
        if (scope.maxRows().isPresent() && scope.maxRows().getAsInt() < 1) {
            faults.add("whittle.maxRows is " + scope.maxRows().getAsInt() + ", and a matrix has one row at least.");
        }
        List<Request> requests = new ArrayList<>();
        if (kinds.contains(RowKind.PROFILES) || !catalog.profiles().isEmpty()) {
            List<String> names = scope.profiles().isEmpty() ? List.of(Resolutions.ALL) : scope.profiles();
            for (String profile : Resolutions.existing(Resolutions.names(names, catalog, faults), catalog, faults)) {
                platforms(catalog, profile, asked).forEach(platform -> requests.add(new Request(profile, platform)));
            }
        }
        Set<Platform> platforms = new TreeSet<>(asked);
        if (asked.isEmpty()) {
            requests.forEach(request -> platforms.add(request.platform()));
        } else if (kinds.equals(EnumSet.of(RowKind.PROFILES)) && faults.isEmpty()) {
            asked.stream()
                    .filter(platform -> requests.stream()
                            .noneMatch(request -> request.platform().equals(platform)))
                    .forEach(platform -> faults.add("whittle.platform is " + platform
                            + ", and none of the profiles is made for it: see 'platforms' in "
                            + catalog.source().file() + "."));
        }
        if (platforms.isEmpty()) {
            platforms.add(Platform.host());
        }
        return new MatrixWords(kinds, requests, List.copyOf(platforms));
    }

    /** The part that is asked for. */
    static Optional<Shard> shard(Optional<String> text, List<String> faults) {
        Optional<Shard> shard = text.flatMap(Shard::parse);
        if (text.isPresent() && shard.isEmpty()) {
            faults.add("whittle.shard is '" + text.get() + "', which is no part of a whole.\n"
                    + "  Write number/of, counted from 1, such as 2/5 for the second of five.");
        }
        return shard;
    }

    private static Set<RowKind> kinds(List<String> words, List<String> faults) {
        Set<RowKind> kinds = EnumSet.noneOf(RowKind.class);
        if (words.isEmpty()) {
            faults.add("whittle.rows names no rows.\n  Take " + String.join(", ", KINDS)
                    + ", one or several separated by commas.");
        }
        for (String word : words) {
            RowKind.of(word)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> faults.add("whittle.rows is '" + word + "', which is none"
                                    + new NearestName()
                                            .to(word, KINDS)
                                            .map(nearest -> ": did you mean " + nearest + "?")
                                            .orElse(".")
                                    + "\n  Take " + String.join(", ", KINDS)
                                    + ", one or several separated by commas."));
        }
        return kinds;
    }

    // A profile without platforms is made for every one.
    private static Collection<Platform> platforms(FeatureCatalog catalog, String profile, Set<Platform> asked) {
        Set<Platform> own = AskedPlatforms.own(catalog, profile);
        if (own.isEmpty()) {
            return asked.isEmpty() ? List.of(Platform.host()) : asked;
        }
        if (!asked.isEmpty()) {
            own.retainAll(asked);
        }
        return own;
    }
}
