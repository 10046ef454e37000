package io.whittle.assembler.explain;

import io.whittle.assembler.modules.ModuleRequires;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.Explanation;
import io.whittle.graph.explain.Refusal;
import io.whittle.graph.explain.Remedy;
import io.whittle.graph.resolve.Alternative;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.resolve.WhatIf;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Why a module is in images or not, over profiles and platforms, and what would change that.
 *
 * @param catalog whose features reach it
 * @param module its name; of a jar of the class path its artifact
 * @param standings by profile; platforms on which all is the same are together
 * @param refusals profiles that cannot be had at all, each cause once
 * @param unbuilt modules that these images want and that are nowhere: chains through them are not seen
 */
public record ModuleExplanation(
        FeatureCatalog catalog,
        String module,
        List<ModuleStanding> standings,
        List<Refusal> refusals,
        SortedSet<String> unbuilt) {
    /** What no image is without. */
    static final String JAVA_BASE = "java.base";

    public ModuleExplanation {
        standings = List.copyOf(standings);
        refusals = List.copyOf(refusals);
        unbuilt = Collections.unmodifiableSortedSet(new TreeSet<>(unbuilt));
    }

    /** Explains a module. Each request is resolved as it is, and as it would be after the edits that are told. */
    public static ModuleExplanation of(
            FeatureCatalog catalog, RequiresOfProfiles requires, String module, List<Request> requests) {
        return new Search(catalog, requires, module).search(requests);
    }

    private static final class Search {
        private final FeatureCatalog catalog;
        private final RequiresOfProfiles requires;
        private final String module;
        private final Map<ModuleRequires, ModuleReach> reaches = new IdentityHashMap<>();
        private final ModuleOwners owners;
        private final ArtifactOwners artifacts;
        private final Map<Platform, PlatformGraph> graphs = new HashMap<>();
        private final Map<List<Object>, List<Platform>> platforms = new LinkedHashMap<>();
        private final Map<List<Object>, ModuleStanding> found = new HashMap<>();
        private final SortedSet<String> unbuilt = new TreeSet<>();

        Search(FeatureCatalog catalog, RequiresOfProfiles requires, String module) {
            this.catalog = catalog;
            this.requires = requires;
            this.module = module;
            this.owners = ModuleOwners.of(catalog);
            this.artifacts = ArtifactOwners.of(catalog);
        }

        ModuleExplanation search(List<Request> requests) {
            List<UnresolvableException> refused = new ArrayList<>();
            for (Request request : requests) {
                try {
                    look(request);
                } catch (UnresolvableException cannot) {
                    refused.add(cannot);
                }
            }
            List<ModuleStanding> standings = platforms.entrySet().stream()
                    .map(entry -> found.get(entry.getKey()).on(entry.getValue()))
                    .toList();
            return new ModuleExplanation(catalog, module, standings, Refusal.of(refused), unbuilt);
        }

        private void look(Request request) throws UnresolvableException {
            PlatformGraph graph =
                    graphs.computeIfAbsent(request.platform(), platform -> PlatformGraph.of(catalog, platform));
            Resolution now = Resolver.resolve(graph, request.profile());
            now.modules().keySet().stream()
                    .filter(root -> !requires.of(request.profile()).has(root))
                    .forEach(unbuilt::add);
            ModuleStanding standing = standing(graph, now);
            List<Object> sameness = List.of(
                    standing.profile(),
                    standing.in(),
                    standing.ways(),
                    standing.onClassPath(),
                    standing.features(),
                    standing.remedy().map(Remedy::sameness),
                    standing.remaining(),
                    standing.modulesGoing(),
                    standing.options());
            platforms.computeIfAbsent(sameness, none -> new ArrayList<>()).add(request.platform());
            found.putIfAbsent(sameness, standing);
        }

        private ModuleStanding standing(PlatformGraph graph, Resolution now) throws UnresolvableException {
            List<ModuleWay> ways = waysIn(now);
            boolean in = module.equals(JAVA_BASE) || !ways.isEmpty();
            if (!in) {
                ways = reach(now).to(module, ModuleRoots.of(catalog, now.platform()), none -> false);
            }
            List<ModuleWay> onClassPath =
                    in ? List.of() : jarOf(now).map(jar -> waysIn(now, jar)).orElse(List.of());
            JarRequires jars = requires.jars(now.profile().name());
            Kept kept = in ? keepOut(graph, now, ways) : Kept.NOTHING;
            SortedMap<String, Explanation> features = explanations(
                    now, Stream.concat(ways.stream(), onClassPath.stream()).toList());
            SortedSet<String> featuresIn = new TreeSet<>(features.keySet());
            featuresIn.retainAll(now.in());
            return new ModuleStanding(
                    now.profile().name(),
                    List.of(now.platform()),
                    in,
                    ways.stream().map(way -> way.with(jars)).toList(),
                    onClassPath,
                    features,
                    featuresIn,
                    kept.remedy(),
                    kept.remaining(),
                    kept.modules(),
                    in ? JarOptions.of(jars, ways, cut -> waysIn(now, module, cut)) : List.of(),
                    Optional.ofNullable(now.profile().forbid().get(module)),
                    Optional.ofNullable(now.profile().replace().get(module)));
        }

        private boolean isOwned(String name) {
            return !owners.owners(name).isEmpty() || artifacts.byArtifact().containsKey(name);
        }

        private ModuleReach reach(Resolution resolution) {
            return reaches.computeIfAbsent(requires.of(resolution.profile().name()), ModuleReach::new);
        }

        /** The jar that the module is, where it is one that a class path may hold. */
        private Optional<String> jarOf(Resolution resolution) {
            ModuleRequires known = requires.of(resolution.profile().name());
            return known.artifact(module).filter(known::has);
        }

        // What all reach needs no ways.
        private List<ModuleWay> waysIn(Resolution resolution) {
            return module.equals(JAVA_BASE) ? List.of() : waysIn(resolution, module);
        }

        private List<ModuleWay> waysIn(Resolution resolution, String to) {
            return waysIn(resolution, to, (from, next) -> false);
        }

        private List<ModuleWay> waysIn(Resolution resolution, String to, BiPredicate<String, String> cut) {
            return reach(resolution)
                    .to(
                            to,
                            ModuleRoots.in(resolution),
                            from -> isOwned(from)
                                    && !resolution.modules().containsKey(from)
                                    && !resolution.artifacts().containsKey(from),
                            cut);
        }

        private static SortedMap<String, Explanation> explanations(Resolution resolution, List<ModuleWay> ways) {
            SortedMap<String, Explanation> explanations = new TreeMap<>();
            ways.stream()
                    .flatMap(way -> way.owner().feature().stream())
                    .forEach(feature -> explanations.put(feature, Explanation.of(resolution, feature)));
            return explanations;
        }

        private record Kept(Optional<Remedy> remedy, List<ModuleWay> remaining, SortedSet<String> modules) {
            static final Kept NOTHING = new Kept(Optional.empty(), List.of(), new TreeSet<>());
        }

        /** Keeps out the features that reach it, and those that would reach it then, until none does. */
        private Kept keepOut(PlatformGraph graph, Resolution now, List<ModuleWay> ways) throws UnresolvableException {
            SortedSet<String> features = featuresOf(ways);
            if (features.isEmpty()
                    || ways.stream().anyMatch(way -> way.owner().feature().isEmpty())) {
                return Kept.NOTHING;
            }
            while (true) {
                Alternative without = WhatIf.without(graph, now.profile().name(), features);
                Remedy remedy = Remedy.of(now, without, Set.of());
                if (without.then().isEmpty()) {
                    return new Kept(Optional.of(remedy), List.of(), new TreeSet<>());
                }
                Resolution then = without.then().get();
                List<ModuleWay> left = waysIn(then);
                if (!features.addAll(featuresOf(left))) {
                    SortedSet<String> going = new TreeSet<>(now.modules().keySet());
                    going.removeAll(then.modules().keySet());
                    return new Kept(Optional.of(remedy), left, going);
                }
            }
        }

        private static SortedSet<String> featuresOf(List<ModuleWay> ways) {
            SortedSet<String> features = new TreeSet<>();
            ways.stream()
                    .filter(ModuleWay::isOfFeature)
                    .forEach(way -> features.add(way.owner().feature().orElseThrow()));
            return features;
        }
    }
}
