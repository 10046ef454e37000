package io.whittle.graph.analysis;

import io.whittle.graph.catalog.Capability;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What is found is true of all sets of features there are, and all that is true of them is found. */
@Tag("exhaustive")
class BruteForceAnalysisTest {
    private static final int MODELS = 5_000;
    private static final List<Platform> PLATFORMS =
            List.of(Platform.parse("linux/amd64"), Platform.parse("macos/arm64"), Platform.parse("windows/amd64"));

    private final Map<Code, Integer> found = new EnumMap<>(Code.class);

    @Test
    void everyFindingIsTrueAndNoneIsMissing() {
        long first = Long.getLong("seed", System.nanoTime());
        System.out.println("random catalogues from seed " + first + "; -Dseed=" + first + " repeats them");
        for (long seed = first; seed < first + MODELS; seed++) {
            FeatureCatalog catalog = RandomCatalog.of(seed);
            CatalogAnalysis analysis = CatalogAnalysis.of(catalog, PLATFORMS);
            analysis.findings().forEach(finding -> {
                found.merge(finding.code(), 1, Integer::sum);
                assertThat(finding.notice(catalog.source()).text())
                        .contains("[" + finding.code().word() + "]");
            });
            Set<Place> implied = new HashSet<>();
            analysis.findings().stream()
                    .filter(finding -> finding.code() == Code.IMPLIED_REQUIREMENT)
                    .forEach(finding -> implied.add(finding.place()));
            for (Platform platform : PLATFORMS) {
                String as = "seed " + seed + " on " + platform + "\n"
                        + String.join("\n", catalog.source().lines());
                new OnePlatform(analysis, platform, implied, as).hold();
            }
            assertThat(implied).as("seed %s", seed).isEqualTo(naivelyImplied(catalog));
        }
        // Models in which nothing is ever seen would prove nothing.
        assertThat(found.keySet())
                .contains(
                        Code.BASE_UNMET,
                        Code.PROFILE_UNMET,
                        Code.DEAD_FEATURE,
                        Code.UNAVAILABLE_FEATURE,
                        Code.UNAVAILABLE_THROUGH,
                        Code.ALWAYS_IN,
                        Code.REQUIRES_CIRCLE,
                        Code.IMPLIED_REQUIREMENT,
                        Code.DEAD_RECOMMENDATION,
                        Code.DEAD_AUTO,
                        Code.ALWAYS_PRESENT,
                        Code.NO_PROVIDER,
                        Code.UNNEEDED_CAPABILITY);
    }

    /** Entries that others imply on each platform on which they count, and that lie in no circle. */
    private static Set<Place> naivelyImplied(FeatureCatalog catalog) {
        Set<Place> implied = new HashSet<>();
        for (Edge entry : catalog.base().body().requires()) {
            if (impliedWhereItCounts(catalog, Optional.empty(), entry)) {
                implied.add(entry.target().place());
            }
        }
        for (Feature feature : catalog.features().values()) {
            NaiveAnalysis.bodies(feature)
                    .flatMap(body -> body.requires().stream())
                    .forEach(entry -> {
                        if (impliedWhereItCounts(catalog, Optional.of(feature), entry)) {
                            implied.add(entry.target().place());
                        }
                    });
        }
        return implied;
    }

    private static boolean impliedWhereItCounts(FeatureCatalog catalog, Optional<Feature> feature, Edge entry) {
        boolean counts = false;
        for (Platform platform : PLATFORMS) {
            NaiveAnalysis naive = new NaiveAnalysis(catalog, platform, Set.of());
            Optional<FeatureBody> body =
                    feature.map(naive::body).orElse(Optional.of(catalog.base().body()));
            if (body.isEmpty() || naive.requires(body.get()).stream().noneMatch(edge -> edge == entry)) {
                continue;
            }
            counts = true;
            String to = entry.target().text();
            boolean circle = naive.leads(to, to, new ArrayList<>())
                    || feature.isPresent()
                            && naive.leads(
                                    feature.get().name().text(),
                                    feature.get().name().text(),
                                    new ArrayList<>());
            boolean repeated = feature.isPresent()
                    && feature.get().body().requires().stream()
                            .filter(edge -> naive.requires(body.get()).contains(edge))
                            .anyMatch(edge ->
                                    edge != entry && edge.target().text().equals(to))
                    && feature.get().body().requires().stream().noneMatch(edge -> edge == entry);
            if (circle || !repeated && !naive.leadsAround(naive.requires(body.get()), to)) {
                return false;
            }
        }
        return counts;
    }

    /** What is said of one platform, held against all sets of features. */
    private static final class OnePlatform {
        private final FeatureCatalog catalog;
        private final Platform platform;
        private final List<Finding> here;
        private final Set<Place> implied;
        private final String as;
        private final NaiveAnalysis naive;
        private final List<Integer> valid;
        private final int ever;

        OnePlatform(CatalogAnalysis analysis, Platform platform, Set<Place> implied, String as) {
            this.catalog = analysis.catalog();
            this.platform = platform;
            this.here = analysis.findings().stream()
                    .filter(finding -> finding.platforms().contains(platform))
                    .toList();
            this.implied = implied;
            this.as = as;
            this.naive = new NaiveAnalysis(catalog, platform, Set.of());
            this.valid = naive.valid();
            this.ever = valid.stream().reduce(0, (one, other) -> one | other);
        }

        void hold() {
            assertThat(named(Code.BASE_UNMET)).as(as).isEqualTo(valid.isEmpty() ? Set.of("base") : Set.of());
            unavailable();
            withoutImplied();
            present();
            if (!valid.isEmpty()) {
                deadAndAlways();
                soft();
                providers();
                profile();
            }
        }

        private void unavailable() {
            int ever = naive.availableSets().stream().reduce(0, (one, other) -> one | other);
            Set<String> unavailable = new TreeSet<>(named(Code.UNAVAILABLE_THROUGH));
            unavailable.addAll(named(Code.UNAVAILABLE_FEATURE));
            for (Feature feature : catalog.features().values()) {
                String name = feature.name().text();
                boolean travelled = (ever & naive.bit(name)) == 0;
                boolean byItsWord = naive.body(feature).isEmpty();
                // One that says itself where it is available is told only where it is so on no platform.
                assertThat(unavailable.contains(name) || byItsWord).as(as).isEqualTo(travelled);
            }
        }

        private void withoutImplied() {
            assertThat(new NaiveAnalysis(catalog, platform, implied).valid())
                    .as(as)
                    .isEqualTo(valid);
        }

        private void deadAndAlways() {
            int available = naive.availableSets().stream().reduce(0, (one, other) -> one | other);
            int always = valid.stream().reduce(-1, (one, other) -> one & other);
            Set<String> dead = new TreeSet<>();
            Set<String> core = new TreeSet<>();
            for (String name : catalog.features().keySet()) {
                if ((ever & naive.bit(name)) == 0 && (available & naive.bit(name)) != 0) {
                    dead.add(name);
                }
                if ((always & naive.bit(name)) != 0) {
                    core.add(name);
                }
            }
            assertThat(named(Code.DEAD_FEATURE)).as(as).isEqualTo(dead);
            assertThat(named(Code.ALWAYS_IN)).as(as).isEqualTo(core);
        }

        private void soft() {
            Set<Place> recommendations = new HashSet<>();
            Set<Place> autos = new HashSet<>();
            for (Feature feature : catalog.features().values()) {
                int own = naive.bit(feature.name().text());
                for (Edge edge : feature.recommends()) {
                    if (edge.when().holds(platform)
                            && clash(own | naive.bit(edge.target().text()))) {
                        recommendations.add(edge.target().place());
                    }
                }
                int triggers = feature.auto().stream()
                        .mapToInt(trigger -> naive.bit(trigger.text()))
                        .reduce(own, (one, other) -> one | other);
                if (!feature.auto().isEmpty() && clash(triggers)) {
                    autos.add(feature.auto().get(0).place());
                }
            }
            assertThat(places(Code.DEAD_RECOMMENDATION)).as(as).isEqualTo(recommendations);
            assertThat(places(Code.DEAD_AUTO)).as(as).isEqualTo(autos);
        }

        /** Each can be in, and all of them cannot. */
        private boolean clash(int together) {
            return (ever & together) == together && valid.stream().noneMatch(set -> (set & together) == together);
        }

        private void present() {
            for (Finding finding : here) {
                if (finding.observation() instanceof EdgeObservation.AlwaysPresent present) {
                    assertThat(naive.leads(present.feature(), present.present(), new ArrayList<>()))
                            .as(as)
                            .isTrue();
                }
            }
            for (Feature feature : catalog.features().values()) {
                for (Mention present : feature.ifPresent()) {
                    boolean everywhere = PLATFORMS.stream()
                            .map(each -> new NaiveAnalysis(catalog, each, Set.of()))
                            .filter(each -> each.body(feature).isPresent())
                            .allMatch(each -> each.leads(feature.name().text(), present.text(), new ArrayList<>()));
                    if (naive.body(feature).isPresent()) {
                        assertThat(places(Code.ALWAYS_PRESENT).contains(present.place()))
                                .as(as)
                                .isEqualTo(everywhere);
                    }
                }
            }
        }

        private void providers() {
            Set<String> without = new TreeSet<>();
            for (Capability capability : catalog.capabilities().values()) {
                String name = capability.name().text();
                boolean needed = catalog.features().values().stream()
                        .flatMap(feature -> naive.body(feature).stream())
                        .anyMatch(body -> naive.needs(body).stream()
                                .anyMatch(need -> need.text().equals(name)));
                if (needed && (ever & naive.providers(capability)) == 0) {
                    without.add(name);
                }
            }
            assertThat(named(Code.NO_PROVIDER)).as(as).isEqualTo(without);
        }

        private void profile() {
            boolean met = naive.canBeHad(catalog.profiles().get("p"));
            assertThat(named(Code.PROFILE_UNMET)).as(as).isEqualTo(met ? Set.of() : Set.of("p"));
        }

        private Set<String> named(Code code) {
            return here.stream()
                    .filter(finding -> finding.code() == code)
                    .map(finding -> finding.observation().subject().name())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Set<Place> places(Code code) {
            return here.stream()
                    .filter(finding -> finding.code() == code)
                    .map(Finding::place)
                    .collect(Collectors.toSet());
        }
    }
}
