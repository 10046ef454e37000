package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Base;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A catalogue whose profile says something else of features and modules of the JDK, and all else as it did: what may never be in it, how its
 * image is made. What comes of it is an image that the catalogue could ask for.
 */
public final class EnlargedProfile {
    private EnlargedProfile() {}

    /**
     * The profile asks for features besides, internal ones too; what ruled one of these out in it is gone. Linear in the catalogue's
     * profiles and in what is added.
     *
     * @param profile a profile of the catalogue; what is new is said to stand where its name does
     * @param features names of the catalogue
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static FeatureCatalog of(FeatureCatalog catalog, String profile, Set<String> features) {
        Profile asked = profile(catalog, profile);
        List<Word> include = new ArrayList<>(asked.include());
        include.addAll(words(features, asked));
        List<Word> exclude = asked.exclude().stream()
                .filter(word -> !features.contains(word.feature().text()))
                .toList();
        return with(
                catalog,
                catalog.base(),
                new Profile(
                        asked.name(),
                        asked.summary(),
                        asked.parent(),
                        asked.includeAll(),
                        include,
                        exclude,
                        asked.choose(),
                        asked.recommends(),
                        asked.forbid(),
                        asked.platforms(),
                        asked.budgets(),
                        asked.replace(),
                        asked.image()));
    }

    /**
     * The profile asks for just these features and rules all others out, so that none comes along softly, and base has modules, and wants
     * modules of the JDK, besides. Linear in the catalogue.
     *
     * @param profile a profile of the catalogue; what is new is said to stand where its name does
     * @param features names of the catalogue
     * @param jdkModules names of modules; whether a JDK has them is not looked at
     * @param modules names of modules that nobody owns; whether there are such is not looked at
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static FeatureCatalog exactly(
            FeatureCatalog catalog, String profile, Set<String> features, Set<String> jdkModules, Set<String> modules) {
        Profile asked = profile(catalog, profile);
        EffectiveProfile effective = EffectiveProfile.of(catalog, profile);
        Set<String> others = new TreeSet<>(catalog.features().keySet());
        others.removeAll(features);
        SortedMap<String, Mention> replace = new TreeMap<>();
        effective.replace().forEach((module, said) -> replace.put(module, said.value()));
        return with(
                catalog,
                wanting(catalog.base(), jdkModules, modules, asked.name().place()),
                new Profile(
                        asked.name(),
                        asked.summary(),
                        Optional.empty(),
                        Optional.empty(),
                        words(new TreeSet<>(features), asked),
                        words(others, asked),
                        List.of(),
                        Optional.of(false),
                        effective.forbid().values().stream().map(Said::value).toList(),
                        effective.platforms().map(Said::value),
                        asked.budgets(),
                        replace,
                        effective.image()));
    }

    private static Profile profile(FeatureCatalog catalog, String name) {
        return Optional.ofNullable(catalog.profiles().get(name))
                .orElseThrow(() ->
                        new UnknownProfileException(name, catalog.profiles().keySet()));
    }

    private static List<Word> words(Set<String> features, Profile profile) {
        return features.stream()
                .map(feature -> new Word(
                        new Mention(feature, profile.name().place()), Optional.empty(), PlatformCondition.ALWAYS))
                .toList();
    }

    private static Base wanting(Base base, Set<String> jdkModules, Set<String> modules, Place place) {
        FeatureBody body = base.body();
        List<Mention> owned = new ArrayList<>(body.modules());
        modules.forEach(module -> owned.add(new Mention(module, place)));
        List<JdkModule> wanted = new ArrayList<>(body.jdkModules());
        jdkModules.forEach(module -> wanted.add(new JdkModule(new Mention(module, place), false)));
        return new Base(
                new FeatureBody(owned, body.artifacts(), wanted, body.requires(), body.needs()), base.dynamic());
    }

    private static FeatureCatalog with(FeatureCatalog catalog, Base base, Profile profile) {
        SortedMap<String, Profile> profiles = new TreeMap<>(catalog.profiles());
        profiles.put(profile.name().text(), profile);
        return catalog.withBase(base).withProfiles(profiles);
    }
}
