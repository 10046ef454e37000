package io.whittle.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Features in layers: each but the first is required by one before it, and requires more of those after it; one in a hundred
 * also requires the one that requires its requirer: a circle of three. The first brings in all others.
 *
 * <p>Names are dealt out anew: their order says nothing of who requires whom. The same seed gives the same features.
 */
final class LayeredModel {
    private final Random random;
    private final List<String> names;
    private final List<Set<Integer>> requirements = new ArrayList<>();

    /** Deals out the names {@code prefix} and a number. */
    LayeredModel(String prefix, int features, Shape shape, long seed) {
        this.random = new Random(seed);
        this.names = names(prefix, features);
        for (int feature = 0; feature < features; feature++) {
            requirements.add(new LinkedHashSet<>());
        }
        int[] requirers = new int[features];
        for (int feature = 1; feature < features; feature++) {
            // Of the half before it: some fifteen layers in a thousand features.
            requirers[feature] = feature / 2 + random.nextInt(feature - feature / 2);
            requirements.get(requirers[feature]).add(feature);
        }
        int most = features - 1;
        for (int left = features * (shape.requirements() - 1); left > 0; left--) {
            int feature = random.nextInt(most);
            requirements.get(feature).add(feature + 1 + random.nextInt(features - feature - 1));
        }
        for (int feature = 100; feature < features; feature += 100) {
            requirements.get(feature).add(requirers[requirers[feature]]);
        }
    }

    /** The feature that brings in all others. */
    String first() {
        return names.get(0);
    }

    /** The feature of a layer that brings in little or nothing. */
    String last() {
        return names.get(names.size() - 1);
    }

    /** Some features, of any layer, the first among them. */
    List<String> some(int count) {
        Set<String> some = new LinkedHashSet<>(List.of(first()));
        while (some.size() < Math.min(count, names.size())) {
            some.add(names.get(random.nextInt(names.size())));
        }
        return List.copyOf(some);
    }

    /** The entries below {@code features:}, by name. */
    String yaml() {
        return yaml("");
    }

    /** The same; the last feature has one more line. */
    String yaml(String lineOfLast) {
        List<Integer> byName = new ArrayList<>();
        for (int feature = 0; feature < names.size(); feature++) {
            byName.add(feature);
        }
        byName.sort((one, other) -> names.get(one).compareTo(names.get(other)));
        StringBuilder yaml = new StringBuilder();
        for (int feature : byName) {
            yaml.append(entry(names.get(feature), required(feature)));
            if (feature == names.size() - 1) {
                yaml.append(lineOfLast);
            }
        }
        return yaml.toString();
    }

    /** One feature that requires others. */
    static String entry(String name, List<String> required) {
        return "  " + name + ":\n    summary: The feature called " + name + "\n    modules: [com.example."
                + name.replace('-', '.') + "]\n"
                + (required.isEmpty() ? "" : "    requires: [" + String.join(", ", required) + "]\n");
    }

    private List<String> required(int feature) {
        return requirements.get(feature).stream().map(names::get).toList();
    }

    private List<String> names(String prefix, int features) {
        List<String> dealt = new ArrayList<>();
        for (int number = 0; number < features; number++) {
            dealt.add(prefix + "-f" + number);
        }
        Collections.shuffle(dealt, random);
        return dealt;
    }
}
