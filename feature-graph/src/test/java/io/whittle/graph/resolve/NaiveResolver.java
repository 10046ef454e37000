package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The format's words, tried on every set of features there is. It shares no code and no idea with the resolver: no graph,
 * no closure, only sets as bits and the sentences that a set must make true.
 */
final class NaiveResolver {
    private final List<Feature> features;
    private final Platform platform;
    private final int[] requires;
    private int mustBeIn;
    private int mustBeOut;
    private int wishes;

    NaiveResolver(RandomModel model, Platform platform) {
        this.features = model.features();
        this.platform = platform;
        this.requires = new int[features.size()];
        for (int i = 0; i < features.size(); i++) {
            readFeature(i);
        }
        mustBeIn |= targets(model.base());
        readProfiles(model);
    }

    /** The features that are in; empty when no set makes every sentence true. */
    Optional<Set<String>> answer() {
        int best = -1;
        for (int set = 0; set < 1 << features.size(); set++) {
            if (holds(set) && (best == -1 || better(set, best))) {
                best = set;
            }
        }
        return best == -1 ? Optional.empty() : Optional.of(names(best));
    }

    // What all asks for is in as far as possible; beyond that a set is better when it is smaller.
    private boolean better(int set, int than) {
        int granted = Integer.bitCount(set & wishes);
        int grantedThan = Integer.bitCount(than & wishes);
        return granted > grantedThan || granted == grantedThan && Integer.bitCount(set) < Integer.bitCount(than);
    }

    private boolean holds(int set) {
        if ((set & mustBeIn) != mustBeIn || (set & mustBeOut) != 0) {
            return false;
        }
        for (int i = 0; i < requires.length; i++) {
            if ((set >> i & 1) == 1 && (set & requires[i]) != requires[i]) {
                return false;
            }
        }
        return true;
    }

    private void readFeature(int index) {
        Feature feature = features.get(index);
        boolean available = feature.platforms().holds(platform);
        requires[index] = targets(feature.body().requires());
        int fitting = 0;
        for (Variant variant : feature.variants()) {
            if (variant.when().holds(platform)) {
                fitting++;
                requires[index] |= targets(variant.body().requires());
            }
        }
        if (!available || !feature.variants().isEmpty() && fitting != 1) {
            mustBeOut |= 1 << index;
        }
    }

    private void readProfiles(RandomModel model) {
        boolean all = model.profiles().stream()
                .anyMatch(profile -> profile.includeAll().isPresent());
        for (int i = 0; i < features.size(); i++) {
            String word = wordOn(features.get(i).name().text(), model.profiles());
            if (word.equals("include")) {
                mustBeIn |= 1 << i;
            } else if (word.equals("exclude")) {
                mustBeOut |= 1 << i;
            } else if (all && !features.get(i).internal()) {
                wishes |= 1 << i;
            }
        }
    }

    private String wordOn(String feature, List<Profile> childFirst) {
        for (Profile profile : childFirst) {
            if (speaks(profile.include(), feature)) {
                return "include";
            }
            if (speaks(profile.exclude(), feature)) {
                return "exclude";
            }
        }
        return "";
    }

    private boolean speaks(List<Word> words, String feature) {
        return words.stream().anyMatch(word -> word.feature().text().equals(feature) && counts(word.when()));
    }

    private int targets(List<Edge> edges) {
        int targets = 0;
        for (Edge edge : edges) {
            for (int i = 0; i < features.size(); i++) {
                if (features.get(i).name().text().equals(edge.target().text()) && counts(edge.when())) {
                    targets |= 1 << i;
                }
            }
        }
        return targets;
    }

    private boolean counts(PlatformCondition when) {
        return when.holds(platform);
    }

    private Set<String> names(int set) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            if ((set >> i & 1) == 1) {
                names.add(features.get(i).name().text());
            }
        }
        return new TreeSet<>(names);
    }
}
