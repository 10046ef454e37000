package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.Fault;
import io.whittle.assembler.check.Outcome;
import io.whittle.assembler.probe.Finding;
import io.whittle.assembler.probe.Mends;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.matrix.PairProgress;
import io.whittle.graph.matrix.PairRow;
import io.whittle.graph.matrix.PairRows;
import io.whittle.graph.matrix.RowProfiles;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Hidden dependencies, found from what images would say that nobody links. */
class SuspectTrialsTest {
    private static final Platform PLATFORM = Platform.parse("linux/amd64");

    @Test
    void exactlyWhatIsHiddenIsFound() throws Exception {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Hidden hidden = Hidden.random(new Random(seed));

            List<String> findings = findings(hidden.catalog(), hidden.checks());

            assertThat(findings).as("seed %d: %s", seed, hidden).containsExactlyInAnyOrderElementsOf(hidden.expected());
            found += findings.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void whatAFeatureWithoutACheckLacksIsToldOfThatFeature() throws Exception {
        FeatureCatalog catalog = catalog("""
                schema: 1
                features: {a: {}, b: {}, c: {}, d: {}}
                profiles: {full: {include: all}}
                checks: {starts: {run: [node]}}
                """);

        assertThat(findings(
                        catalog,
                        checks(
                                "starts",
                                row -> row.out().contains("b") && row.in().contains("d"))))
                .containsExactly("starts tried: d needs [b] -> features.d.requires: b");
    }

    @Test
    void twoThatStandInForEachOtherAreToldTogether() throws Exception {
        FeatureCatalog catalog = catalog("""
                schema: 1
                features: {a: {}, b: {}, c: {}, d: {}}
                profiles: {full: {include: all}}
                checks: {starts: {run: [node]}}
                """);

        assertThat(findings(catalog, checks("starts", row -> row.out().containsAll(List.of("a", "c")))))
                .containsExactly("starts tried: it needs [a, c] -> nothing");
    }

    @Test
    void aCheckThatFailsNowAndThenAccusesNobody() throws Exception {
        FeatureCatalog catalog = catalog("""
                schema: 1
                features: {a: {}, b: {}, c: {}}
                profiles: {full: {include: all}}
                checks: {starts: {run: [node]}}
                """);
        SortedSet<String> once = new TreeSet<>();

        assertThat(findings(catalog, checks("starts", row -> row.out().contains("a") && once.add("failed"))))
                .containsExactly("starts tried: nothing");
    }

    @Test
    void manySuspectsAreToldAndNotTried() throws Exception {
        String features = IntStream.range(0, 21).mapToObj(i -> "f" + i + ": {}").collect(Collectors.joining(", "));
        FeatureCatalog catalog = catalog("schema: 1\nfeatures: {" + features + """
                }
                profiles: {full: {include: all}, none: {}}
                checks: {starts: {run: [node]}}
                """);
        Resolution superset = Resolver.resolve(catalog, new Request("full", PLATFORM));
        ProbeVerdicts verdicts = new ProbeVerdicts();
        for (String profile : List.of("full", "none")) {
            Resolution row = Resolver.resolve(catalog, new Request(profile, PLATFORM));
            verdicts.add(
                    row, said(catalog, row, checks("starts", image -> image.in().isEmpty())));
        }
        SuspectTrials trials = new SuspectTrials(verdicts, new SupersetWithout(catalog, superset, superset.in()));

        assertThat(trials.next()).isEmpty();
        assertThat(trials.findings(new Mends(catalog))).singleElement().satisfies(finding -> {
            assertThat(finding.tried()).isFalse();
            assertThat(finding.suspects()).hasSize(21);
        });
    }

    @Test
    void whatNeedsAWantedFeatureByItsProviderFallsWithIt() throws Exception {
        FeatureCatalog catalog = catalog("""
                schema: 1
                features:
                  dns: {checks: [resolves]}
                  quic: {needs: [crypto]}
                  fast: {}
                  slow: {}
                  tun: {internal: true}
                  vpn: {requires: [tun, fast]}
                capabilities: {crypto: {providers: [fast]}}
                profiles: {full: {include: all}}
                checks: {resolves: {run: [node]}}
                """);
        Resolution superset = Resolver.resolve(catalog, new Request("full", PLATFORM));

        assertThat(new SupersetWithout(catalog, superset, superset.in()).fallen(List.of("fast")))
                .containsExactly("fast", "quic", "vpn");
        assertThat(findings(catalog, checks("resolves", row -> row.out().contains("fast"))))
                .containsExactly("resolves tried: it needs [fast] -> features.dns.requires: fast");
    }

    private static SortedMap<String, Predicate<Resolution>> checks(String name, Predicate<Resolution> fails) {
        return new TreeMap<>(Map.of(name, fails));
    }

    /** What is found when checks fail as told: those that are applicable, in the rows and then in what tells suspects apart. */
    private static List<String> findings(FeatureCatalog catalog, SortedMap<String, Predicate<Resolution>> fails)
            throws UnresolvableException {
        PairRows rows = PairRows.of(catalog, PLATFORM, Integer.MAX_VALUE, PairProgress.SILENT);
        Resolution superset = Resolver.resolve(catalog, new Request("full", PLATFORM));
        ProbeVerdicts verdicts = new ProbeVerdicts();
        verdicts.add(superset, said(catalog, superset, fails));
        rows.rows().forEach(row -> verdicts.add(rows.resolve(row), said(catalog, rows.resolve(row), fails)));
        SuspectTrials trials = new SuspectTrials(verdicts, new SupersetWithout(catalog, superset, rows.features()));
        for (Optional<SortedSet<String>> next = trials.next(); next.isPresent(); next = trials.next()) {
            PairRow row = trials.row("trial", next.get());
            Resolution resolution =
                    Resolver.resolve(RowProfiles.added(catalog, List.of(row)), new Request("trial", PLATFORM));
            assertThat(resolution.out()).containsAll(next.get());
            verdicts.add(resolution, said(catalog, resolution, fails));
            trials.done(next.get());
        }
        return trials.findings(new Mends(catalog)).stream()
                .map(SuspectTrialsTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        return finding.check()
                + (finding.tried() ? " tried: " : " not tried: ")
                + (finding.suspects().isEmpty() ? "nothing" : "")
                + finding.suspects().stream()
                        .map(wanted -> wanted.suspect().where().orElse("it") + " needs "
                                + wanted.suspect().anyOf() + " -> "
                                + (wanted.mends().isEmpty()
                                        ? "nothing"
                                        : wanted.mends().get(0)))
                        .collect(Collectors.joining(" or "));
    }

    private static List<CheckResult> said(
            FeatureCatalog catalog, Resolution resolution, SortedMap<String, Predicate<Resolution>> fails) {
        List<CheckResult> said = new ArrayList<>();
        CheckScope.of(catalog, resolution).checks().forEach((name, applicability) -> {
            if (applicability.applicable()) {
                Outcome outcome = fails.get(name).test(resolution)
                        ? new Outcome.Failed(1, List.of(new Fault("step 1", "up", "down", List.of(), List.of())))
                        : new Outcome.Passed(1, List.of());
                said.add(new CheckResult(
                        name, Optional.empty(), List.of(), "", outcome, 1, List.of(), 0, Path.of(name)));
            }
        });
        return said;
    }

    private static FeatureCatalog catalog(String text) {
        try {
            return CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
        } catch (CatalogException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    /**
     * Features with a check each, requirements that are declared, and those that are not.
     *
     * @param declared by feature, closed
     * @param wanted by feature, of which none is declared
     */
    private record Hidden(
            List<String> features,
            SortedMap<String, SortedSet<String>> declared,
            SortedMap<String, SortedSet<String>> wanted) {
        static Hidden random(Random random) {
            List<String> features = IntStream.range(0, 4 + random.nextInt(9))
                    .mapToObj(i -> "f" + (char) ('a' + i))
                    .toList();
            SortedMap<String, SortedSet<String>> declared = new TreeMap<>();
            for (String feature : features) {
                SortedSet<String> required = new TreeSet<>();
                for (String before : declared.keySet()) {
                    if (random.nextInt(6) == 0) {
                        required.add(before);
                        required.addAll(declared.get(before));
                    }
                }
                declared.put(feature, required);
            }
            SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                String user = features.get(random.nextInt(features.size()));
                String needed = features.get(random.nextInt(features.size()));
                boolean free = !user.equals(needed)
                        && !declared.get(user).contains(needed)
                        && !declared.get(needed).contains(user);
                if (free) {
                    wanted.computeIfAbsent(user, none -> new TreeSet<>()).add(needed);
                }
            }
            return new Hidden(features, declared, wanted);
        }

        FeatureCatalog catalog() {
            StringBuilder text = new StringBuilder("schema: 1\nfeatures:\n");
            features.forEach(feature -> text.append(
                    "  " + feature + ": {requires: " + declared.get(feature) + ", checks: [c-" + feature + "]}\n"));
            text.append("profiles: {full: {include: all}}\nchecks:\n");
            features.forEach(feature -> text.append("  c-" + feature + ": {run: [node]}\n"));
            return SuspectTrialsTest.catalog(text.toString());
        }

        SortedMap<String, Predicate<Resolution>> checks() {
            SortedMap<String, Predicate<Resolution>> checks = new TreeMap<>();
            features.forEach(feature -> checks.put(
                    "c-" + feature, row -> !row.in().containsAll(wanted.getOrDefault(feature, new TreeSet<>()))));
            return checks;
        }

        /** Each wanted feature that no other wanted one brings. */
        List<String> expected() {
            return wanted.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream()
                            .filter(needed -> entry.getValue().stream()
                                    .noneMatch(other -> declared.get(other).contains(needed)))
                            .map(needed -> "c-" + entry.getKey() + " tried: it needs [" + needed + "] -> features."
                                    + entry.getKey() + ".requires: " + needed))
                    .toList();
        }
    }
}
