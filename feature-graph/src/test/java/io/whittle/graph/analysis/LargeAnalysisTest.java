package io.whittle.graph.analysis;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand features, analysed whole. */
class LargeAnalysisTest {
    private static final int FEATURES = 10_000;
    private static final long SEED = 20;

    /** The time is many times what it takes; it is there to catch what grows with the square. */
    @ParameterizedTest
    @CsvSource({"near", "far"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tenThousandFeaturesAreAnalysed(String shape) throws CatalogException {
        FeatureCatalog catalog = CatalogReader.read(Path.of("large.yaml"), text(shape, new Random(SEED)))
                .catalog();
        for (int run = 0; run < Integer.getInteger("runs", 1); run++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            CatalogAnalysis analysis = CatalogAnalysis.of(
                    catalog, List.of(Platform.parse("linux/amd64"), Platform.parse("windows/amd64")));
            Map<Code, Integer> found = new EnumMap<>(Code.class);
            analysis.findings().forEach(finding -> found.merge(finding.code(), 1, Integer::sum));
            System.out.printf(
                    "%s: %d features analysed on two kinds of platform in %d ms of one processor: %s%n",
                    shape,
                    FEATURES,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1_000_000,
                    found);
            assertThat(found).containsKey(Code.DEAD_FEATURE);
        }
    }

    /** About two requirements each, a need in one of ten, a conflict in one of twenty. */
    private static String text(String shape, Random random) {
        StringBuilder text = new StringBuilder("schema: 1\nfeatures:\n");
        for (int i = 0; i < FEATURES; i++) {
            text.append("  f").append(i).append(":\n    summary: one\n");
            int first = target(shape, i, random);
            int second = target(shape, i, random);
            if (first != i) {
                text.append("    requires: [f").append(first);
                if (second != first && second != i) {
                    text.append(random.nextInt(20) == 0 ? ", {feature: f" + second + ", when: linux}" : ", f" + second);
                }
                text.append("]\n");
            }
            if (random.nextInt(10) == 0) {
                text.append("    needs: [c").append(random.nextInt(100)).append("]\n");
            }
            int other = random.nextInt(FEATURES);
            if (random.nextInt(20) == 0 && other != i) {
                text.append("    conflicts: [f").append(other).append("]\n");
            }
        }
        text.append("capabilities:\n");
        for (int i = 0; i < 100; i++) {
            int provider = random.nextInt(FEATURES - 3);
            text.append("  c")
                    .append(i)
                    .append(": {providers: [f")
                    .append(provider)
                    .append(", f")
                    .append(provider + 1)
                    .append(", f")
                    .append(provider + 2)
                    .append("]}\n");
        }
        return text.append("profiles:\n  p: {include: [f0]}\n  q: {include: [f9000]}\n")
                .toString();
    }

    private static int target(String shape, int feature, Random random) {
        return switch (shape) {
            // Small closures, as in most catalogues: those near the front are required often.
            case "near" -> (int) (feature * Math.pow(random.nextDouble(), 4));
            default -> feature == 0 ? 0 : random.nextInt(feature);
        };
    }
}
