package io.whittle.graph.cells;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.matrix.MixedPair;
import io.whittle.graph.matrix.PairProgress;
import io.whittle.graph.matrix.PairRows;
import io.whittle.graph.resolve.RandomModel;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Random catalogues with edges of all kinds: cells against comparing each two rows, limits against counting every pair. */
@Tag("exhaustive")
class BruteForceMergeTest {
    private static final int MODELS = 120;
    private static final List<Platform> PLATFORMS =
            List.of(Platform.parse("linux/amd64"), Platform.parse("macos/arm64"));

    @Test
    void rowsAreOneCellExactlyWhereTheirImagesWouldBeOne() {
        int merged = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            FeatureCatalog catalog = catalog(seed);
            Matrix matrix = Cells.of(question(catalog, Integer.MAX_VALUE));
            List<Object> images = new ArrayList<>();
            for (Cell cell : matrix.cells()) {
                Set<Object> same =
                        cell.rows().stream().map(row -> image(row.resolution())).collect(Collectors.toSet());
                assertThat(same).as("seed " + seed).hasSize(1);
                images.addAll(same);
                merged += cell.rows().size() > 1 ? 1 : 0;
            }
            assertThat(images).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(Cells.ids(matrix)).as("seed " + seed).doesNotHaveDuplicates();
            assertThat(matrix.rows()).isEqualTo(rows(catalog));
            assertThat(matrix.coverage()).allMatch(PairCoverage::whole);
        }
        assertThat(merged).isGreaterThan(MODELS);
    }

    @Test
    void whatALimitCutsIsCounted() {
        int cut = 0;
        int needless = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            FeatureCatalog catalog = catalog(seed);
            Matrix whole = Cells.of(question(catalog, Integer.MAX_VALUE));
            Matrix limited = Cells.of(question(catalog, 7));
            assertThat(limited.cells()).hasSize(Math.min(7, whole.cells().size()));
            boolean onlyPairs = limited.leftOut().stream().allMatch(cell -> cell.kind() == RowKind.PAIRS);
            assertThat(limited.coversAll())
                    .as("seed " + seed)
                    .isEqualTo(onlyPairs
                            && PLATFORMS.stream()
                                    .allMatch(
                                            platform -> pairs(limited, platform).containsAll(open(whole, platform))));
            needless += limited.coversAll() && !limited.leftOut().isEmpty() ? 1 : 0;
            Set<String> all = new HashSet<>(Cells.ids(limited));
            limited.leftOut().forEach(cell -> all.add(cell.id()));
            assertThat(all).isEqualTo(new HashSet<>(Cells.ids(whole)));
            for (int i = 0; i < limited.coverage().size(); i++) {
                PairCoverage coverage = limited.coverage().get(i);
                Set<MixedPair> feasible = open(whole, coverage.platform());
                Set<MixedPair> met = pairs(limited, coverage.platform());
                met.retainAll(feasible);
                assertThat(coverage.feasible()).as("seed " + seed).isEqualTo(feasible.size());
                assertThat(coverage.met()).as("seed " + seed).isEqualTo(met.size());
                feasible.removeAll(met);
                assertThat(feasible).containsAll(coverage.firstMissed());
                assertThat(coverage.firstMissed()).hasSize(Math.min(5, feasible.size()));
                cut += feasible.isEmpty() ? 0 : 1;
            }
        }
        assertThat(cut).isGreaterThan(MODELS / 4);
        assertThat(needless).isPositive();
    }

    /** A random catalogue most of whose features bring a module, and some one of the JDK that others bring, too. */
    private static FeatureCatalog catalog(long seed) {
        FeatureCatalog catalog = RandomModel.of(seed).catalog();
        Random random = new Random(seed);
        SortedMap<String, Feature> features = new TreeMap<>();
        catalog.features().forEach((name, feature) -> features.put(name, withModules(feature, random)));
        return catalog.withFeatures(features);
    }

    private static Feature withModules(Feature feature, Random random) {
        FeatureBody body = feature.body();
        Mention module =
                new Mention("m." + feature.name().text(), feature.name().place());
        Mention jdkModule =
                new Mention("jdk." + random.nextInt(3), feature.name().place());
        return new Feature(
                feature.name(),
                feature.summary(),
                feature.internal(),
                feature.platforms(),
                new FeatureBody(
                        random.nextInt(4) > 0 ? List.of(module) : List.of(),
                        body.artifacts(),
                        random.nextInt(4) == 0 ? List.of(new JdkModule(jdkModule, random.nextBoolean())) : List.of(),
                        body.requires(),
                        body.needs()),
                feature.variants(),
                feature.recommends(),
                feature.ifPresent(),
                feature.conflicts(),
                feature.auto(),
                feature.fallback(),
                feature.checks(),
                feature.dynamic(),
                feature.tag());
    }

    /** Those of features that have a choice at all; which these are is proved where rows are. */
    private static Set<MixedPair> open(Matrix whole, Platform platform) {
        Set<String> open =
                PairRows.of(whole.catalog(), platform, 0, PairProgress.SILENT).features();
        Set<MixedPair> pairs = pairs(whole, platform);
        pairs.removeIf(pair -> !open.contains(pair.in()) || !open.contains(pair.out()));
        return pairs;
    }

    private static Set<MixedPair> pairs(Matrix matrix, Platform platform) {
        Set<MixedPair> pairs = new HashSet<>();
        resolutions(matrix, platform).forEach(resolution -> {
            for (String in : resolution.in()) {
                for (String out : resolution.out()) {
                    if (!matrix.catalog().features().get(in).internal()
                            && !matrix.catalog().features().get(out).internal()) {
                        pairs.add(new MixedPair(in, out));
                    }
                }
            }
        });
        return pairs;
    }

    private static Stream<Resolution> resolutions(Matrix matrix, Platform platform) {
        return matrix.cells().stream()
                .filter(cell -> cell.platform().equals(platform))
                .flatMap(cell -> cell.rows().stream())
                .map(Row::resolution);
    }

    private static Object image(Resolution resolution) {
        return List.of(
                resolution.platform(),
                resolution.modules().keySet(),
                resolution.jdkModules().keySet().stream()
                        .map(name -> name + resolution.jdkModules().get(name).whereItExists())
                        .toList(),
                resolution.artifacts().keySet());
    }

    private static long rows(FeatureCatalog catalog) {
        MatrixQuestion question = question(catalog, Integer.MAX_VALUE);
        long rows = question.profiles().size();
        RowNames names = new RowNames(catalog);
        for (Platform platform : PLATFORMS) {
            rows += SingleFeatures.of(catalog, platform, names, MatrixProgress.SILENT)
                    .rows()
                    .size();
            rows += PairCells.of(catalog, platform, names, (decided, all, count) -> {})
                    .rows()
                    .size();
        }
        return rows;
    }

    private static MatrixQuestion question(FeatureCatalog catalog, int most) {
        List<Resolution> profiles = new ArrayList<>();
        for (String profile : catalog.profiles().keySet()) {
            for (Platform platform : PLATFORMS) {
                try {
                    profiles.add(Resolver.resolve(catalog, new Request(profile, platform)));
                } catch (UnresolvableException refused) {
                    assertThat(refused.faults()).isNotEmpty();
                }
            }
        }
        return new MatrixQuestion(catalog, profiles, PLATFORMS, Cells.EVERY_KIND, most);
    }
}
