package io.whittle.graph.matrix;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.interchange.UvlImport;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How many rows published models take, against what YASA took in 15 minutes, and how long it takes to find them. Prints tables, and
 * asserts nothing. See docs/benchmarks.md.
 */
class PairRowsBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private record Published(String name, int yasa, int best) {}

    private static final List<Published> MODELS = List.of(
            new Published("bank", 43, 29),
            new Published("fiasco-2017-09-26", 235, 225),
            new Published("uclibc-2008-06-05", 506, 505),
            new Published("busybox-1.18.0", 43, 16),
            new Published("embtoolkit", 1938, 1872));

    /** Runs only when it is named: no pattern of the build matches this class. */
    @Test
    void printsRowsOfPublishedModels() throws Exception {
        print(
                "%-18s %8s %9s %5s %5s %5s %6s %9s %8s %8s%n",
                "all pairs", "features", "feasible", "rows", "YASA", "best", "ratio", "first", "fastest", "median");
        for (Published published : MODELS) {
            PublishedModel model = PublishedModel.read(published.name());
            List<Double> seconds = new ArrayList<>();
            PairSample sample = timed(seconds, () -> sample(model, PairKind.ALL));
            print(
                    "%-18s %8d %9d %5d %5d %5d %6.2f %8.2fs %7.2fs %7.2fs%n",
                    published.name(),
                    model.features().size(),
                    sample.feasible(),
                    sample.rows().size(),
                    published.yasa(),
                    published.best(),
                    (double) sample.rows().size() / published.yasa(),
                    seconds.get(0),
                    Collections.min(seconds),
                    median(seconds));
        }
    }

    /** Models become catalogues as {@code whittle:import} makes them; resolving is that of every row. */
    @Test
    void printsRowsOfCatalogues() throws Exception {
        print(
                "%-18s %8s %9s %5s %9s %8s %8s %9s%n",
                "one in, one out", "features", "feasible", "rows", "first", "fastest", "median", "resolving");
        for (String name : List.of("bank", "fiasco-2017-09-26", "uclibc", "busybox-1.18.0", "embtoolkit")) {
            String text = UvlImport.read(Path.of("src/test/resources/interchange/real", name + ".uvl"))
                    .text();
            FeatureCatalog catalog =
                    CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
            List<Double> seconds = new ArrayList<>();
            PairRows rows = timed(
                    seconds,
                    () -> PairRows.of(catalog, Platform.parse("linux/amd64"), Integer.MAX_VALUE, PairProgress.SILENT));
            long begin = System.nanoTime();
            rows.rows().forEach(rows::resolve);
            print(
                    "%-18s %8d %9d %5d %8.2fs %7.2fs %7.2fs %8.2fs%n",
                    name,
                    rows.features().size(),
                    rows.feasible(),
                    rows.rows().size(),
                    seconds.get(0),
                    Collections.min(seconds),
                    median(seconds),
                    (System.nanoTime() - begin) / 1e9);
        }
    }

    private static PairSample sample(PublishedModel model, PairKind kind) {
        return PairSampler.sample(
                new PairQuestion(model.features().size(), model.clauses(), model.concrete(), kind),
                PairProgress.SILENT);
    }

    private static <T> T timed(List<Double> seconds, Callable<T> work) throws Exception {
        T result = null;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            result = work.call();
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        return result;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private static void print(String format, Object... words) {
        System.out.printf(Locale.ROOT, format, words);
    }
}
