package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogReading;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.catalog.PlatformMention;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What there is to say of a catalogue as a whole, on some platforms.
 *
 * @param catalog the catalogue
 * @param platforms that were looked at
 * @param findings in the order of the file
 */
public record CatalogAnalysis(FeatureCatalog catalog, List<Platform> platforms, List<Finding> findings) {
    public CatalogAnalysis {
        platforms = List.copyOf(platforms);
        findings = List.copyOf(findings);
    }

    /**
     * Looks at everything. Which features can be in is satisfiability, asked of one solver for each kind of platform that the
     * catalogue tells apart; all else is linear, save that a requirement which others imply is looked for among what its
     * feature reaches.
     *
     * @param platforms at least one; one that stands twice counts once
     */
    public static CatalogAnalysis of(FeatureCatalog catalog, List<Platform> platforms) {
        List<Platform> asked = distinct(platforms);
        Gathering gathering = new Gathering(asked);
        List<PlatformFacts> kinds = PlatformKinds.of(catalog).sort(asked).stream()
                .map(kind -> new PlatformFacts(catalog, kind))
                .toList();
        EveryPlatform everywhere = new EveryPlatform(catalog);
        new FeatureLives(catalog, asked, everywhere, gathering).observe(kinds);
        kinds.forEach(kind -> Circuits.observe(kind, gathering));
        new ImpliedRequirements(kinds, everywhere, gathering).observe();
        new SoftEdgeLives(catalog, kinds, everywhere, gathering).observe();
        kinds.forEach(kind -> CapabilityLives.observeProviders(
                kind.graph(),
                // Where base clashes, nobody can be in, and that says nothing about capabilities.
                kind.baseMet() ? kind.never() : kind.unavailable().members(),
                kind.platforms(),
                gathering));
        CapabilityLives.observeNeeds(catalog, gathering);
        new ProfileLives(catalog, kinds, gathering).observe();
        Unused.observeChecks(catalog, gathering);
        return new CatalogAnalysis(catalog, asked, gathering.findings(catalog.source()));
    }

    /**
     * Looks for what shows at a glance: capabilities whose every provider is unavailable, choices that change nothing, checks
     * that prove no feature. Linear.
     *
     * @param platforms at least one; one that stands twice counts once
     */
    public static CatalogAnalysis glance(FeatureCatalog catalog, List<Platform> platforms) {
        List<Platform> asked = distinct(platforms);
        Gathering gathering = new Gathering(asked);
        for (List<Platform> kind : PlatformKinds.of(catalog).sort(asked)) {
            PlatformGraph graph = PlatformGraph.of(catalog, kind.get(0));
            CapabilityLives.observeProviders(
                    graph, PlatformFacts.unavailable(graph).members(), kind, gathering);
        }
        CapabilityLives.observeNeeds(catalog, gathering);
        Unused.observeChecks(catalog, gathering);
        return new CatalogAnalysis(
                catalog,
                asked,
                gathering.findings(catalog.source()).stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .toList());
    }

    /** How many findings weigh this much. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** The same, with the warnings of the reader among the findings. */
    public CatalogAnalysis with(CatalogReading reading) {
        String file = String.valueOf(catalog.source().file().getFileName());
        Gathering read = new Gathering(platforms);
        reading.warnings().forEach(notice -> read.add(new CatalogObservation.Reading(file, notice)));
        List<Finding> all = Stream.of(read.findings(catalog.source()), findings)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Finding::place))
                .toList();
        return new CatalogAnalysis(catalog, platforms, all);
    }

    /** The platforms that profiles are made for, in the order of the profiles' names and of their lists; each once. */
    public static List<Platform> namedPlatforms(FeatureCatalog catalog) {
        Set<Platform> named = new LinkedHashSet<>();
        for (String profile : catalog.profiles().keySet()) {
            EffectiveProfile.of(catalog, profile).platforms().stream()
                    .flatMap(said -> said.value().stream())
                    .map(PlatformMention::platform)
                    .forEach(named::add);
        }
        return List.copyOf(named);
    }

    private static List<Platform> distinct(List<Platform> platforms) {
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("no platform is named on which to look");
        }
        return new ArrayList<>(new LinkedHashSet<>(platforms));
    }
}
