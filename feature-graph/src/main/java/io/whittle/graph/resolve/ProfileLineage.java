package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Word;
import io.whittle.graph.resolve.ProfileWord.Stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A profile and those it extends, the child first. */
record ProfileLineage(List<Profile> profiles) {
    ProfileLineage {
        profiles = List.copyOf(profiles);
    }

    static ProfileLineage of(FeatureCatalog catalog, String name) {
        Profile profile = catalog.profiles().get(name);
        if (profile == null) {
            throw new UnknownProfileException(name, catalog.profiles().keySet());
        }
        Map<String, Profile> lineage = new LinkedHashMap<>();
        while (lineage.putIfAbsent(profile.name().text(), profile) == null
                && profile.parent().isPresent()) {
            profile = catalog.profiles().get(profile.parent().get().text());
        }
        return new ProfileLineage(new ArrayList<>(lineage.values()));
    }

    EffectiveProfile merged(ImageOptions image) {
        return new EffectiveProfile(
                profiles.stream().map(profile -> profile.name().text()).toList(),
                nearest(Profile::includeAll),
                words(),
                choices(),
                nearest(Profile::recommends),
                byKey(ProfileLineage::forbidden),
                nearest(Profile::platforms),
                byKey(Profile::budgets),
                byKey(Profile::replace),
                imageOver(image));
    }

    private <T> Optional<Said<T>> nearest(Function<Profile, Optional<T>> part) {
        return profiles.stream()
                .flatMap(profile -> part.apply(profile).map(value -> said(profile, value)).stream())
                .findFirst();
    }

    private <T> SortedMap<String, Said<T>> byKey(Function<Profile, ? extends Map<String, T>> part) {
        SortedMap<String, Said<T>> merged = new TreeMap<>();
        for (Profile profile : profiles) {
            part.apply(profile).forEach((key, value) -> merged.putIfAbsent(key, said(profile, value)));
        }
        return merged;
    }

    private SortedMap<String, List<ProfileWord>> words() {
        SortedMap<String, List<ProfileWord>> words = new TreeMap<>();
        for (Profile profile : profiles) {
            add(words, profile, Stance.EXCLUDE, profile.exclude());
            add(words, profile, Stance.INCLUDE, profile.include());
        }
        return words;
    }

    private ImageOptions imageOver(ImageOptions image) {
        ImageOptions options = image;
        for (int i = profiles.size() - 1; i >= 0; i--) {
            options = options.overriddenBy(profiles.get(i).image());
        }
        return options;
    }

    private static Map<String, Mention> forbidden(Profile profile) {
        Map<String, Mention> byModule = new TreeMap<>();
        profile.forbid().forEach(module -> byModule.putIfAbsent(module.text(), module));
        return byModule;
    }

    private SortedMap<String, List<Said<Choice>>> choices() {
        SortedMap<String, List<Said<Choice>>> choices = new TreeMap<>();
        for (Profile profile : profiles) {
            for (Choice choice : profile.choose()) {
                choices.computeIfAbsent(choice.capability().text(), capability -> new ArrayList<>())
                        .add(said(profile, choice));
            }
        }
        return choices;
    }

    private static void add(
            SortedMap<String, List<ProfileWord>> words, Profile profile, Stance stance, List<Word> entries) {
        for (Word word : entries) {
            words.computeIfAbsent(word.feature().text(), feature -> new ArrayList<>())
                    .add(new ProfileWord(profile.name().text(), stance, word));
        }
    }

    private static <T> Said<T> said(Profile profile, T value) {
        return new Said<>(profile.name().text(), value);
    }
}
