package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Budget;
import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.ImageOptions;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A profile with the words of those it extends merged in, each with the profile that said it.
 *
 * <p>The child's word on a feature replaces the parent's; a word counts only where its {@code when} holds, so one that
 * does not hold on a platform replaces nothing there. Maps merge by key. Lists under {@code image} and {@code platforms}
 * are replaced. {@code include: all} is inherited. What a parent forbids stays forbidden.
 *
 * @param lineage the profile, its parent, and so on; never empty
 * @param includeAll the place of {@code include: all}, the child's before the parent's
 * @param words by feature, the child's before the parent's, and in the order of the file within one profile
 * @param choose by capability: who shall provide it; the first counts, those behind it are what parents say
 * @param recommends whether recommendations are followed, where a profile says so
 * @param forbid modules that may never be in the image, by name
 * @param platforms the platforms it is made for; empty: for every one
 * @param budgets by name: image, archive, memory, start
 * @param replace module name to the artifact that stands in for it
 * @param image the catalogue's options, overridden along the lineage
 */
public record EffectiveProfile(
        List<String> lineage,
        Optional<Said<Place>> includeAll,
        SortedMap<String, List<ProfileWord>> words,
        SortedMap<String, List<Said<Choice>>> choose,
        Optional<Said<Boolean>> recommends,
        SortedMap<String, Said<Mention>> forbid,
        Optional<Said<List<PlatformMention>>> platforms,
        SortedMap<String, Said<Budget>> budgets,
        SortedMap<String, Said<Mention>> replace,
        ImageOptions image) {
    public EffectiveProfile {
        lineage = List.copyOf(lineage);
        words = Copies.ofLists(words);
        choose = Copies.ofLists(choose);
        forbid = Collections.unmodifiableSortedMap(new TreeMap<>(forbid));
        platforms = platforms.map(said -> new Said<>(said.profile(), List.copyOf(said.value())));
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
        replace = Collections.unmodifiableSortedMap(new TreeMap<>(replace));
    }

    /**
     * Merges a profile with those it extends. Linear in what they say.
     *
     * @throws UnknownProfileException when the catalogue has no profile of this name
     */
    public static EffectiveProfile of(FeatureCatalog catalog, String name) {
        return ProfileLineage.of(catalog, name).merged(catalog.image());
    }

    /** The same with other artifacts behind modules. */
    public EffectiveProfile replacing(SortedMap<String, Said<Mention>> other) {
        return new EffectiveProfile(
                lineage, includeAll, words, choose, recommends, forbid, platforms, budgets, other, image);
    }

    /** The same, where nothing is forbidden. */
    EffectiveProfile permittingAll() {
        return new EffectiveProfile(
                lineage, includeAll, words, choose, recommends, new TreeMap<>(), platforms, budgets, replace, image);
    }

    /** The profile's own name. */
    public String name() {
        return lineage.get(0);
    }

    /** The word on the feature that counts on the platform: the child's before the parent's. */
    public Optional<ProfileWord> wordOn(String feature, Platform platform) {
        return words.getOrDefault(feature, List.of()).stream()
                .filter(said -> said.word().when().holds(platform))
                .findFirst();
    }
}
