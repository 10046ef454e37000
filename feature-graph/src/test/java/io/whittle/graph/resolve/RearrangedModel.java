package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The same model with other names, and with every map and list in another order, but for those whose order is a
 * preference, {@code providers}, a list of {@code choose} and {@code recommends}, and for {@code auto} and
 * {@code variants}, whose order is told.
 *
 * @param features new names of features
 * @param capabilities new names of capabilities
 */
record RearrangedModel(UnaryOperator<String> features, UnaryOperator<String> capabilities, Random random) {
    RandomModel of(RandomModel model) {
        return new RandomModel(
                body(model.base()),
                shuffled(model.features().stream().map(this::feature).toList()),
                shuffled(model.capabilities().stream().map(this::capability).toList()),
                model.profiles().stream().map(this::profile).toList());
    }

    private Feature feature(Feature feature) {
        return new Feature(
                named(feature.name()),
                feature.summary(),
                feature.internal(),
                feature.platforms(),
                body(feature.body()),
                feature.variants().stream()
                        .map(variant -> new Variant(variant.when(), body(variant.body()), variant.place()))
                        .toList(),
                edges(feature.recommends()),
                feature.ifPresent(),
                shuffled(feature.conflicts().stream()
                        .map(other -> new Conflict(named(other.feature()), other.because(), other.when()))
                        .toList()),
                feature.auto().stream().map(this::named).toList(),
                feature.fallback(),
                feature.checks(),
                feature.dynamic(),
                feature.tag());
    }

    private FeatureBody body(FeatureBody body) {
        List<Edge> needs = body.needs().stream()
                .map(need -> new Edge(capabilityNamed(need.target()), need.when()))
                .toList();
        return Models.body(shuffled(edges(body.requires())), shuffled(needs));
    }

    private Capability capability(Capability capability) {
        return new Capability(
                capabilityNamed(capability.name()),
                capability.providers().stream().map(this::named).toList(),
                capability.exclusive());
    }

    private Profile profile(Profile profile) {
        return new Profile(
                profile.name(),
                profile.summary(),
                profile.parent(),
                profile.includeAll(),
                words(profile.include()),
                words(profile.exclude()),
                shuffled(profile.choose().stream()
                        .map(choice -> new Choice(capabilityNamed(choice.capability()), edges(choice.providers())))
                        .toList()),
                profile.recommends(),
                profile.forbid(),
                profile.platforms(),
                profile.budgets(),
                profile.replace(),
                profile.image());
    }

    private List<Word> words(List<Word> words) {
        return shuffled(words.stream()
                .map(word -> new Word(named(word.feature()), word.because(), word.when()))
                .toList());
    }

    private List<Edge> edges(List<Edge> edges) {
        return edges.stream()
                .map(edge -> new Edge(named(edge.target()), edge.when()))
                .toList();
    }

    private Mention named(Mention feature) {
        return new Mention(features.apply(feature.text()), feature.place());
    }

    private Mention capabilityNamed(Mention capability) {
        return new Mention(capabilities.apply(capability.text()), capability.place());
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
