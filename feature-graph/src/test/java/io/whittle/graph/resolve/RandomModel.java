package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A small random catalogue with a profile {@code p} that may extend {@code q}, made from a seed. */
record RandomModel(List<Edge> base, List<Feature> features, List<Profile> profiles) {
    private static final int MOST_FEATURES = 12;
    private static final PlatformCondition LINUX = new PlatformCondition.OsIs(Os.LINUX);
    private static final PlatformCondition MACOS = new PlatformCondition.OsIs(Os.MACOS);
    private static final List<PlatformCondition> CONDITIONS = List.of(
            PlatformCondition.ALWAYS,
            LINUX,
            MACOS,
            new PlatformCondition.Not(LINUX),
            new PlatformCondition.Or(List.of(LINUX, new PlatformCondition.ArchIs(Arch.ARM64))));

    static RandomModel of(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(MOST_FEATURES);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("f" + i);
        }
        double density = random.nextDouble() * 2 / count;
        List<Feature> features = new ArrayList<>();
        for (String name : names) {
            features.add(feature(random, name, names, density));
        }
        List<Edge> base = random.nextInt(3) == 0 ? edges(random, names, 0.1) : List.of();
        List<Profile> profiles = new ArrayList<>();
        boolean inherits = random.nextBoolean();
        profiles.add(profile(random, "p", inherits ? Optional.of("q") : Optional.empty(), names));
        if (inherits) {
            profiles.add(profile(random, "q", Optional.empty(), names));
        }
        return new RandomModel(base, features, profiles);
    }

    FeatureCatalog catalog() {
        Map<String, Feature> byName = new TreeMap<>();
        features.forEach(feature -> byName.put(feature.name().text(), feature));
        Map<String, Profile> profilesByName = new TreeMap<>();
        profiles.forEach(profile -> profilesByName.put(profile.name().text(), profile));
        return Models.catalog(base, byName, profilesByName);
    }

    /** The same model with other names, and with every list and map in another order. */
    RandomModel renamedAndShuffled(UnaryOperator<String> names, Random random) {
        return new RandomModel(
                edges(base, names, random),
                shuffled(
                        features.stream()
                                .map(feature -> Models.feature(
                                        names.apply(feature.name().text()),
                                        feature.internal(),
                                        feature.platforms(),
                                        edges(feature.body().requires(), names, random),
                                        feature.variants().stream()
                                                .map(variant -> new Variant(
                                                        variant.when(),
                                                        Models.body(edges(
                                                                variant.body().requires(), names, random)),
                                                        variant.place()))
                                                .toList()))
                                .toList(),
                        random),
                profiles.stream()
                        .map(profile -> Models.profile(
                                profile.name().text(),
                                profile.parent().map(Object::toString),
                                profile.includeAll().isPresent(),
                                words(profile.include(), names, random),
                                words(profile.exclude(), names, random)))
                        .toList());
    }

    private static Feature feature(Random random, String name, List<String> names, double density) {
        List<Variant> variants = switch (random.nextInt(8)) {
            case 0 -> List.of(variant(LINUX, random, names), variant(MACOS, random, names));
            case 1 -> List.of(variant(MACOS, random, names));
            default -> List.of();
        };
        PlatformCondition platforms = random.nextInt(6) == 0 ? condition(random) : PlatformCondition.ALWAYS;
        return Models.feature(name, random.nextInt(5) == 0, platforms, edges(random, names, density), variants);
    }

    private static Variant variant(PlatformCondition when, Random random, List<String> names) {
        return new Variant(when, Models.body(edges(random, names, 0.1)), Models.NOWHERE);
    }

    private static Profile profile(Random random, String name, Optional<String> parent, List<String> names) {
        boolean all = random.nextInt(3) == 0;
        double asked = random.nextDouble() * 0.4;
        double ruledOut = random.nextDouble() * 0.3;
        List<Word> include = new ArrayList<>();
        List<Word> exclude = new ArrayList<>();
        for (String feature : names) {
            double draw = random.nextDouble();
            // `all` stands in place of a list, so a profile that says it asks for nothing by name itself.
            if (draw < asked && !all) {
                include.add(Models.word(feature, condition(random)));
            } else if (draw > 1 - ruledOut) {
                exclude.add(Models.word(feature, condition(random)));
            }
        }
        return Models.profile(name, parent, all, include, exclude);
    }

    private static List<Edge> edges(Random random, List<String> names, double density) {
        List<Edge> edges = new ArrayList<>();
        for (String target : names) {
            if (random.nextDouble() < density) {
                edges.add(Models.edge(target, condition(random)));
            }
        }
        return edges;
    }

    private static PlatformCondition condition(Random random) {
        return random.nextInt(3) > 0 ? PlatformCondition.ALWAYS : CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    }

    private static List<Edge> edges(List<Edge> edges, UnaryOperator<String> names, Random random) {
        return shuffled(
                edges.stream()
                        .map(edge -> Models.edge(names.apply(edge.target().text()), edge.when()))
                        .toList(),
                random);
    }

    private static List<Word> words(List<Word> words, UnaryOperator<String> names, Random random) {
        return shuffled(
                words.stream()
                        .map(word -> Models.word(names.apply(word.feature().text()), word.when()))
                        .toList(),
                random);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
