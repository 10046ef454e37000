package io.whittle.graph.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A profile as the catalogue declares it, before its parent's words are merged in.
 *
 * @param name its name, at the place of its key
 * @param summary one line for people
 * @param parent the profile it extends
 * @param includeAll the place of {@code include: all}, when that is what it says
 * @param include features asked for, in the file's order
 * @param exclude features that must not be in, in the file's order
 * @param choose by capability
 * @param recommends {@code false}: recommendations are not followed; empty when the profile says nothing
 * @param forbid modules that may never be in the image
 * @param platforms the platforms it is made for; empty when the profile says nothing
 * @param budgets by name: image, archive, memory, start
 * @param replace module name to the artifact that stands in for it
 * @param image what it overrides of the catalogue's image options
 */
public record Profile(
        Mention name,
        Optional<String> summary,
        Optional<Mention> parent,
        Optional<Place> includeAll,
        List<Word> include,
        List<Word> exclude,
        List<Choice> choose,
        Optional<Boolean> recommends,
        List<Mention> forbid,
        Optional<List<PlatformMention>> platforms,
        SortedMap<String, Budget> budgets,
        SortedMap<String, Mention> replace,
        ImageOptions image) {
    public Profile {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        choose = List.copyOf(choose);
        forbid = List.copyOf(forbid);
        platforms = platforms.map(List::copyOf);
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
        replace = Collections.unmodifiableSortedMap(new TreeMap<>(replace));
    }

    /** The same with other artifacts behind modules. */
    public Profile withReplace(SortedMap<String, Mention> other) {
        return new Profile(
                name,
                summary,
                parent,
                includeAll,
                include,
                exclude,
                choose,
                recommends,
                forbid,
                platforms,
                budgets,
                other,
                image);
    }
}
