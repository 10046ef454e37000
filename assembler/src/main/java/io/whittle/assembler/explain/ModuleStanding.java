package io.whittle.assembler.explain;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.Explanation;
import io.whittle.graph.explain.Remedy;
import io.whittle.graph.resolve.Said;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How it stands with a module in a profile.
 *
 * @param profile the profile
 * @param platforms on which it stands so, in the order in which they were asked
 * @param in whether the image holds it
 * @param ways who reaches it, shortest chains first; for one that is out, who would
 * @param onClassPath where it is out and its jar lies on the class path, as no module: who brings that
 * @param features by name: why the features of the ways are in or out
 * @param featuresIn those of them that are in
 * @param remedy what would keep it out; empty where base reaches it, and where it is out
 * @param remaining ways that are left, or new, after that: through fallbacks
 * @param modulesGoing modules that base, features and fallbacks hold and that would go with it
 * @param options what jars can be said to do without, all of it together, to keep it out with every feature in; none where that is not enough
 * @param forbidden the word of the profile that forbids it
 * @param replaced the word of the profile that puts another artifact behind it
 */
public record ModuleStanding(
        String profile,
        List<Platform> platforms,
        boolean in,
        List<ModuleWay> ways,
        List<ModuleWay> onClassPath,
        SortedMap<String, Explanation> features,
        SortedSet<String> featuresIn,
        Optional<Remedy> remedy,
        List<ModuleWay> remaining,
        SortedSet<String> modulesGoing,
        List<JarOption> options,
        Optional<Said<Mention>> forbidden,
        Optional<Said<Mention>> replaced) {
    public ModuleStanding {
        platforms = List.copyOf(platforms);
        ways = List.copyOf(ways);
        onClassPath = List.copyOf(onClassPath);
        features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        featuresIn = Collections.unmodifiableSortedSet(new TreeSet<>(featuresIn));
        remaining = List.copyOf(remaining);
        modulesGoing = Collections.unmodifiableSortedSet(new TreeSet<>(modulesGoing));
        options = List.copyOf(options);
    }

    ModuleStanding on(List<Platform> others) {
        return new ModuleStanding(
                profile,
                others,
                in,
                ways,
                onClassPath,
                features,
                featuresIn,
                remedy,
                remaining,
                modulesGoing,
                options,
                forbidden,
                replaced);
    }
}
