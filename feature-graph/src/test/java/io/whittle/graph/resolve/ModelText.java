package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes a random model as feature-tags.yaml, so that what fails can be replayed and can be read back. */
final class ModelText {
    private ModelText() {}

    static String of(RandomModel model) {
        StringBuilder text = new StringBuilder("schema: 1\n");
        text.append("base: ").append(map(body(model.base()))).append('\n');
        text.append("features:\n");
        model.features().forEach(feature -> line(text, feature.name(), feature(feature)));
        text.append("capabilities: ").append(model.capabilities().isEmpty() ? "{}\n" : "\n");
        model.capabilities().forEach(capability -> line(text, capability.name(), capability(capability)));
        text.append("profiles:\n");
        model.profiles().forEach(profile -> line(text, profile.name(), profile(profile)));
        return text.toString();
    }

    private static void line(StringBuilder text, Mention name, List<String> keys) {
        text.append("  ").append(name).append(": ").append(map(keys)).append('\n');
    }

    private static List<String> feature(Feature feature) {
        List<String> keys = new ArrayList<>();
        if (feature.internal()) {
            keys.add("internal: true");
        }
        if (!feature.platforms().equals(PlatformCondition.ALWAYS)) {
            keys.add("platforms: " + feature.platforms());
        }
        keys.addAll(body(feature.body()));
        add(keys, "variants", feature.variants(), ModelText::variant);
        add(keys, "recommends", feature.recommends(), edge -> entry("feature", edge.target(), edge.when()));
        add(keys, "conflicts", feature.conflicts(), other -> entry("feature", other.feature(), other.when()));
        add(keys, "auto", feature.auto(), Mention::text);
        return keys;
    }

    private static String variant(Variant variant) {
        List<String> keys = new ArrayList<>();
        keys.add("when: " + variant.when());
        keys.addAll(body(variant.body()));
        return map(keys);
    }

    private static List<String> body(FeatureBody body) {
        List<String> keys = new ArrayList<>();
        add(keys, "requires", body.requires(), edge -> entry("feature", edge.target(), edge.when()));
        add(keys, "needs", body.needs(), edge -> entry("capability", edge.target(), edge.when()));
        return keys;
    }

    private static List<String> capability(Capability capability) {
        List<String> keys = new ArrayList<>();
        add(keys, "providers", capability.providers(), Mention::text);
        if (capability.exclusive()) {
            keys.add("exclusive: true");
        }
        return keys;
    }

    private static List<String> profile(Profile profile) {
        List<String> keys = new ArrayList<>();
        profile.parent().ifPresent(parent -> keys.add("extends: " + parent));
        if (profile.includeAll().isPresent()) {
            keys.add("include: all");
        }
        add(keys, "include", profile.include(), word -> entry("feature", word.feature(), word.when()));
        add(keys, "exclude", profile.exclude(), word -> entry("feature", word.feature(), word.when()));
        if (!profile.choose().isEmpty()) {
            keys.add("choose: "
                    + map(profile.choose().stream().map(ModelText::choice).toList()));
        }
        profile.recommends().ifPresent(follow -> keys.add("recommends: " + follow));
        return keys;
    }

    private static String choice(Choice choice) {
        Function<Edge, String> provider = edge -> entry("feature", edge.target(), edge.when());
        List<Edge> providers = choice.providers();
        return choice.capability() + ": "
                + (providers.size() == 1
                        ? provider.apply(providers.get(0))
                        : providers.stream().map(provider).toList());
    }

    private static <T> void add(List<String> keys, String key, List<T> items, Function<T, String> words) {
        if (!items.isEmpty()) {
            keys.add(key + ": " + items.stream().map(words).toList());
        }
    }

    private static String entry(String key, Mention name, PlatformCondition when) {
        return when.equals(PlatformCondition.ALWAYS) ? name.text() : map(List.of(key + ": " + name, "when: " + when));
    }

    private static String map(List<String> keys) {
        return "{" + String.join(", ", keys) + "}";
    }
}
