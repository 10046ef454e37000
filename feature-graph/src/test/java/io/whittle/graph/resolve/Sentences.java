package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a random model says on one platform, as masks of bits: the feature that is first by name is bit 0. Whether a set of
 * features makes a sentence true is looked up, never derived: there is no graph here and no closure.
 */
final class Sentences {
    static final int NOTHING = -1;

    final RandomModel model;
    final Platform platform;
    final List<String> names;
    final List<String> capabilities;

    /** By feature. */
    final int[] requires;

    /** By feature: a mask of capabilities. */
    final int[] needs;

    /** By feature, both ways. */
    final int[] conflicts;

    /** By feature, both ways, without what only a feature says that is not available. */
    final int[] conflictsOfAvailable;

    /** By capability, in order of preference. */
    final List<List<Integer>> providers;

    /** By capability. */
    final int[] provided;

    final boolean[] exclusive;

    int baseRequires;
    int baseNeeds;
    int absent;
    int named;
    int excluded;

    /** What `all` stands for before anything is left out. */
    int covered;

    Sentences(RandomModel model, Platform platform) {
        this.model = model;
        this.platform = platform;
        this.names = model.features().stream()
                .map(feature -> feature.name().text())
                .sorted()
                .toList();
        this.capabilities = model.capabilities().stream()
                .map(capability -> capability.name().text())
                .sorted()
                .toList();
        this.requires = new int[names.size()];
        this.needs = new int[names.size()];
        this.conflicts = new int[names.size()];
        this.conflictsOfAvailable = new int[names.size()];
        this.provided = new int[capabilities.size()];
        this.exclusive = new boolean[capabilities.size()];
        this.providers = readProviders();
        model.features().forEach(this::readFeature);
        this.baseRequires = features(model.base().requires());
        this.baseNeeds = capabilities(model.base().needs());
        model.features().forEach(this::readWord);
    }

    int count() {
        return names.size();
    }

    int bit(String feature) {
        return 1 << names.indexOf(feature);
    }

    int index(String feature) {
        return names.indexOf(feature);
    }

    int mask(Iterable<String> features) {
        int mask = 0;
        for (String feature : features) {
            mask |= bit(feature);
        }
        return mask;
    }

    Set<String> names(int set) {
        Set<String> in = new TreeSet<>();
        members(set).forEach(index -> in.add(names.get(index)));
        return in;
    }

    static IntStream members(int set) {
        return IntStream.range(0, Integer.SIZE).filter(index -> (set >> index & 1) == 1);
    }

    static boolean holds(int set, int part) {
        return (set & part) == part;
    }

    /** Capabilities that base or a member of the set needs. */
    int needed(int set) {
        int needed = baseNeeds;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            needed |= needs[Integer.numberOfTrailingZeros(rest)];
        }
        return needed;
    }

    /** Whether the set makes true what the catalogue says, whoever asks: base, edges, conflicts, exclusiveness. */
    boolean background(int set, int[] conflicting) {
        if (!holds(set, baseRequires)) {
            return false;
        }
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int feature = Integer.numberOfTrailingZeros(rest);
            if (!holds(set, requires[feature]) || (set & conflicting[feature]) != 0) {
                return false;
            }
        }
        int needed = needed(set);
        for (int capability = 0; capability < provided.length; capability++) {
            int in = set & provided[capability];
            if (in == 0 && holds(needed, 1 << capability) || exclusive[capability] && Integer.bitCount(in) > 1) {
                return false;
            }
        }
        return true;
    }

    boolean isNeed(Need need) {
        int needed = need.feature().map(feature -> needs[index(feature)]).orElse(baseNeeds);
        return holds(needed, 1 << capabilities.indexOf(need.capability()));
    }

    List<String> providerNames(String capability) {
        return providers.get(capabilities.indexOf(capability)).stream()
                .map(names::get)
                .toList();
    }

    /** What cannot be in together by an obstacle: two features, or one that cannot be in at all. */
    int ends(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.Conflicting conflict) {
            return bit(conflict.one()) | bit(conflict.other());
        }
        if (obstacle instanceof Obstacle.BothProvide both) {
            return bit(both.one()) | bit(both.other());
        }
        return obstacle instanceof Obstacle.Excluded out
                ? bit(out.feature())
                : bit(((Obstacle.Unavailable) obstacle).feature());
    }

    /** Whether the catalogue, the profile or the platform says so. */
    boolean isObstacle(Obstacle obstacle) {
        int ends = ends(obstacle);
        if (obstacle instanceof Obstacle.Conflicting conflict) {
            return holds(conflictsOfAvailable[index(conflict.one())], bit(conflict.other()));
        }
        if (obstacle instanceof Obstacle.BothProvide both) {
            int capability = capabilities.indexOf(both.capability());
            return exclusive[capability] && Integer.bitCount(ends) == 2 && holds(provided[capability], ends);
        }
        return holds(obstacle instanceof Obstacle.Excluded ? excluded : absent, ends);
    }

    /** The entries of the nearest profile that chooses for the capability, where their conditions hold. */
    List<Integer> choiceOn(int capability) {
        return model.profiles().stream()
                .flatMap(profile -> profile.choose().stream()
                        .filter(choice -> choice.capability().text().equals(capabilities.get(capability))))
                .findFirst()
                .map(choice -> choice.providers().stream()
                        .filter(edge -> edge.when().holds(platform))
                        .map(edge -> names.indexOf(edge.target().text()))
                        .toList())
                .orElse(List.of());
    }

    boolean followsRecommendations() {
        return model.profiles().stream()
                .flatMap(profile -> profile.recommends().stream())
                .findFirst()
                .orElse(true);
    }

    boolean asksForAll() {
        return model.profiles().stream()
                .anyMatch(profile -> profile.includeAll().isPresent());
    }

    /** What the feature recommends here, in the order of its list. */
    List<Integer> recommended(int feature) {
        return feature(names.get(feature)).recommends().stream()
                .filter(edge -> edge.when().holds(platform))
                .map(edge -> names.indexOf(edge.target().text()))
                .toList();
    }

    int triggers(int feature) {
        return mask(
                feature(names.get(feature)).auto().stream().map(Mention::text).toList());
    }

    Feature feature(String name) {
        return model.features().stream()
                .filter(feature -> feature.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<List<Integer>> readProviders() {
        List<List<Integer>> all = new ArrayList<>();
        model.capabilities().stream()
                .sorted(Comparator.comparing(capability -> capability.name().text()))
                .forEach(capability -> all.add(readCapability(capability, all.size())));
        return all;
    }

    private List<Integer> readCapability(Capability capability, int index) {
        List<Integer> ordered = capability.providers().stream()
                .map(provider -> names.indexOf(provider.text()))
                .toList();
        ordered.forEach(provider -> provided[index] |= 1 << provider);
        exclusive[index] = capability.exclusive();
        return ordered;
    }

    private void readFeature(Feature feature) {
        int index = names.indexOf(feature.name().text());
        int fitting = 0;
        int required = features(feature.body().requires());
        int needed = capabilities(feature.body().needs());
        for (Variant variant : feature.variants()) {
            if (variant.when().holds(platform)) {
                fitting++;
                required |= features(variant.body().requires());
                needed |= capabilities(variant.body().needs());
            }
        }
        boolean available =
                feature.platforms().holds(platform) && (feature.variants().isEmpty() || fitting == 1);
        if (available) {
            requires[index] = required;
            needs[index] = needed;
        } else {
            absent |= 1 << index;
        }
        for (Conflict conflict : feature.conflicts()) {
            if (conflict.when().holds(platform)) {
                int other = names.indexOf(conflict.feature().text());
                bothWays(conflicts, index, other);
                if (available) {
                    bothWays(conflictsOfAvailable, index, other);
                }
            }
        }
    }

    private static void bothWays(int[] masks, int one, int other) {
        masks[one] |= 1 << other;
        masks[other] |= 1 << one;
    }

    private void readWord(Feature feature) {
        String name = feature.name().text();
        Optional<String> word = model.profiles().stream()
                .flatMap(profile -> word(profile, name).stream())
                .findFirst();
        if (word.isEmpty()) {
            boolean brought = !feature.internal() && feature.auto().isEmpty() && asksForAll();
            covered |= brought ? bit(name) : 0;
        } else if (word.get().equals("include")) {
            named |= bit(name);
        } else {
            excluded |= bit(name);
        }
    }

    private Optional<String> word(Profile profile, String feature) {
        if (speaks(profile.include(), feature)) {
            return Optional.of("include");
        }
        return speaks(profile.exclude(), feature) ? Optional.of("exclude") : Optional.empty();
    }

    private boolean speaks(List<Word> words, String feature) {
        return words.stream()
                .anyMatch(word ->
                        word.feature().text().equals(feature) && word.when().holds(platform));
    }

    private int features(List<Edge> edges) {
        return mask(edges, names);
    }

    private int capabilities(List<Edge> edges) {
        return mask(edges, capabilities);
    }

    private int mask(List<Edge> edges, List<String> all) {
        int mask = 0;
        for (Edge edge : edges) {
            if (edge.when().holds(platform)) {
                mask |= 1 << all.indexOf(edge.target().text());
            }
        }
        return mask;
    }
}
