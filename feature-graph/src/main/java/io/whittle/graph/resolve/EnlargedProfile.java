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

/**
 * A catalogue whose profile asks for more: it names features besides, internal ones too, and base wants modules of the JDK besides. What
 * ruled such a feature out in the profile is gone. Everything else stays, so that what comes of it is the image of the profile,
 * enlarged.
 */
public final class EnlargedProfile {
    private EnlargedProfile() {}

    /**
     * Enlarges. Linear in the catalogue's profiles and in what is added.
     *
     * @param profile a profile of the catalogue; what is new is said to stand where its name does
     * @param features names of the catalogue
     * @param jdkModules names of modules; whether a JDK has them is not looked at
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static FeatureCatalog of(
            FeatureCatalog catalog, String profile, Set<String> features, Set<String> jdkModules) {
        Profile asked = Optional.ofNullable(catalog.profiles().get(profile))
                .orElseThrow(() ->
                        new UnknownProfileException(profile, catalog.profiles().keySet()));
        SortedMap<String, Profile> profiles = new TreeMap<>(catalog.profiles());
        profiles.put(profile, asking(asked, features));
        return new FeatureCatalog(
                catalog.source(),
                catalog.name(),
                wanting(catalog.base(), jdkModules, asked.name().place()),
                catalog.features(),
                catalog.capabilities(),
                catalog.image(),
                profiles,
                catalog.checks(),
                catalog.tags());
    }

    private static Profile asking(Profile profile, Set<String> features) {
        List<Word> include = new ArrayList<>(profile.include());
        features.forEach(feature -> include.add(
                new Word(new Mention(feature, profile.name().place()), Optional.empty(), PlatformCondition.ALWAYS)));
        List<Word> exclude = profile.exclude().stream()
                .filter(word -> !features.contains(word.feature().text()))
                .toList();
        return new Profile(
                profile.name(),
                profile.summary(),
                profile.parent(),
                profile.includeAll(),
                include,
                exclude,
                profile.choose(),
                profile.recommends(),
                profile.forbid(),
                profile.platforms(),
                profile.budgets(),
                profile.replace(),
                profile.image());
    }

    private static Base wanting(Base base, Set<String> jdkModules, Place place) {
        FeatureBody body = base.body();
        List<JdkModule> wanted = new ArrayList<>(body.jdkModules());
        jdkModules.forEach(module -> wanted.add(new JdkModule(new Mention(module, place), false)));
        return new Base(
                new FeatureBody(body.modules(), body.artifacts(), wanted, body.requires(), body.needs()),
                base.dynamic());
    }
}
