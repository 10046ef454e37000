package io.whittle.benchmarks;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Generated catalogues; each the same in every run. */
final class Catalogs {
    /** For which everything is resolved here. */
    static final Platform PLATFORM = Platform.parse("linux/amd64");

    private static final long SEED = 20261124;

    private Catalogs() {}

    /**
     * Requirements alone. The profile {@code asked} asks for twenty features, one of which brings in all; {@code everything}
     * for all.
     */
    static FeatureCatalog layered(int features, Shape shape) {
        LayeredModel model = new LayeredModel("app", features, shape, SEED);
        return read("schema: 1\nfeatures:\n" + model.yaml() + "profiles:\n  asked:\n    include: "
                + list(model.some(20)) + "\n  everything: {include: all}\n");
    }

    /** The feature of {@link #layered} that brings in all others. */
    static String first(int features, Shape shape) {
        return new LayeredModel("app", features, shape, SEED).first();
    }

    /**
     * A sparse graph of half the features, and on it all else a catalogue can say: of the other half, a third are providers,
     * three to a capability, that somebody needs; a third are recommended by somebody; a third come in by themselves. Some
     * requires bind them to one another. The profiles are those of {@link #layered}.
     */
    static FeatureCatalog mixed(int features) {
        Random random = new Random(SEED);
        LayeredModel model = new LayeredModel("app", features / 2, Shape.SPARSE, SEED);
        int each = features / 6;
        StringBuilder yaml = new StringBuilder("schema: 1\n");
        StringBuilder entries = new StringBuilder(model.yaml());
        StringBuilder capabilities = new StringBuilder("capabilities:\n");
        List<String> core = model.some(Integer.MAX_VALUE);
        for (int i = 0; i < each; i++) {
            String provider = "provider-f" + i;
            entries.append(LayeredModel.entry(provider, List.of(core.get(random.nextInt(core.size())))));
            if (i % 3 == 2) {
                String capability = "capability-" + i / 3;
                capabilities.append("  " + capability + ": {providers: [provider-f" + (i - 2) + ", provider-f" + (i - 1)
                        + ", " + provider + "]}\n");
                entries.append(LayeredModel.entry("needer-f" + i, List.of(core.get(random.nextInt(core.size())))))
                        .append("    needs: [" + capability + "]\n");
            }
            String recommended = "recommended-f" + i;
            entries.append(LayeredModel.entry(recommended, List.of(core.get(random.nextInt(core.size())))));
            String recommender = "recommender-f" + i;
            if (i % 3 == 2) {
                entries.append(LayeredModel.entry(recommender, List.of()))
                        .append("    recommends: [" + recommended + ", recommended-f" + (i - 1) + ", recommended-f"
                                + (i - 2) + "]\n");
            }
            entries.append(LayeredModel.entry("auto-f" + i, List.of()))
                    .append("    auto: [" + core.get(random.nextInt(core.size())) + ", " + recommended + "]\n");
        }
        List<String> asked = new ArrayList<>(model.some(1));
        IntStream.range(0, each)
                .filter(i -> i % 3 == 2)
                .forEach(i -> asked.addAll(List.of("needer-f" + i, "recommender-f" + i)));
        yaml.append(capabilities).append("features:\n").append(entries);
        return read(yaml + "profiles:\n  asked:\n    include: " + list(asked) + "\n  everything: {include: all}\n");
    }

    /** Two features are asked for, and the last that each brings in conflicts with the other's; eighteen more are asked for. */
    static FeatureCatalog deepConflict(int features, Shape shape) {
        LayeredModel left = new LayeredModel("left", features / 2, shape, SEED);
        LayeredModel right = new LayeredModel("right", features / 2, shape, SEED + 1);
        List<String> asked = new ArrayList<>(List.of(left.first(), right.first()));
        StringBuilder yaml = new StringBuilder("schema: 1\nfeatures:\n")
                .append(left.yaml("    conflicts: [" + right.last() + "]\n"))
                .append(right.yaml());
        for (int i = 0; i < 18; i++) {
            yaml.append(LayeredModel.entry("other-f" + i, List.of()));
            asked.add("other-f" + i);
        }
        return read(yaml + "profiles:\n  asked:\n    include: " + list(asked) + "\n");
    }

    /** One feature that many bring in is excluded; twenty are asked for that cannot be without it. */
    static FeatureCatalog excludedButNeeded(int features, Shape shape) {
        LayeredModel model = new LayeredModel("app", features, shape, SEED);
        List<String> asked = new ArrayList<>();
        StringBuilder yaml = new StringBuilder("schema: 1\nfeatures:\n").append(model.yaml());
        for (int i = 0; i < 20; i++) {
            yaml.append(LayeredModel.entry("asked-f" + i, List.of(model.first())));
            asked.add("asked-f" + i);
        }
        return read(
                yaml + "profiles:\n  asked:\n    include: " + list(asked) + "\n    exclude: [" + model.last() + "]\n");
    }

    /**
     * Capabilities with three providers each, and a profile that asks for one feature a capability, which needs it. The first
     * provider of each conflicts with the first of the next, and more conflicts join any two, three a capability; a choice
     * of second and third providers, drawn before, meets them all.
     */
    static FeatureCatalog answerableCone(int choices) {
        Random random = new Random(SEED);
        int[] hidden = random.ints(choices, 1, 3).toArray();
        List<Set<String>> conflicts = new ArrayList<>();
        for (int choice = 0; choice < choices; choice++) {
            conflicts.add(new TreeSet<>());
        }
        for (int choice = 0; choice + 1 < choices; choice++) {
            conflicts.get(choice).add("0 " + provider(choice + 1, 0));
        }
        for (int left = 3 * choices; left > 0; left--) {
            int one = random.nextInt(choices - 1);
            int other = one + 1 + random.nextInt(choices - one - 1);
            int ofOne = random.nextInt(3);
            int ofOther = random.nextInt(3);
            if (hidden[one] != ofOne || hidden[other] != ofOther) {
                conflicts.get(one).add(ofOne + " " + provider(other, ofOther));
            }
        }
        return cone(choices, conflicts);
    }

    /**
     * The same without other conflicts than that of any two of the last four capabilities, the first providers conflict, the
     * second, and the third: four that want a place each where there are three. Which four it is, is to be found out.
     */
    static FeatureCatalog unanswerableCone(int choices) {
        List<Set<String>> conflicts = new ArrayList<>();
        for (int choice = 0; choice < choices; choice++) {
            conflicts.add(new TreeSet<>());
            for (int other = choice + 1; other < choices && choice >= choices - 4; other++) {
                for (int provider = 0; provider < 3; provider++) {
                    conflicts.get(choice).add(provider + " " + provider(other, provider));
                }
            }
        }
        return cone(choices, conflicts);
    }

    private static FeatureCatalog cone(int choices, List<Set<String>> conflicts) {
        StringBuilder capabilities = new StringBuilder("schema: 1\ncapabilities:\n");
        StringBuilder features = new StringBuilder("features:\n");
        List<String> asked = new ArrayList<>();
        for (int choice = 0; choice < choices; choice++) {
            capabilities.append("  capability-" + choice + ": {providers: [" + provider(choice, 0) + ", "
                    + provider(choice, 1) + ", " + provider(choice, 2) + "]}\n");
            asked.add("needer-f" + choice);
            features.append(LayeredModel.entry("needer-f" + choice, List.of()))
                    .append("    needs: [capability-" + choice + "]\n");
            for (int provider = 0; provider < 3; provider++) {
                String mine = provider + " ";
                List<String> others = conflicts.get(choice).stream()
                        .filter(conflict -> conflict.startsWith(mine))
                        .map(conflict -> conflict.substring(mine.length()))
                        .toList();
                features.append(LayeredModel.entry(provider(choice, provider), List.of()));
                if (!others.isEmpty()) {
                    features.append("    conflicts: " + list(others) + "\n");
                }
            }
        }
        return read("" + capabilities + features + "profiles:\n  asked:\n    include: " + list(asked) + "\n");
    }

    private static String provider(int capability, int number) {
        return "provider-f" + capability + "-f" + number;
    }

    private static FeatureCatalog read(String yaml) {
        try {
            return CatalogReader.read(Path.of("generated.yaml"), yaml).catalog();
        } catch (CatalogException broken) {
            throw new IllegalStateException("what is generated has faults:\n" + broken.getMessage(), broken);
        }
    }

    private static String list(List<String> names) {
        return "[" + String.join(", ", names) + "]";
    }
}
