package io.whittle.benchmarks;

import io.whittle.graph.analysis.CatalogAnalysis;
import io.whittle.graph.catalog.FeatureCatalog;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Everything there is to say of a catalogue: for each feature, among others, whether it can be in and whether it always is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ValidationBenchmark {
    @Param({"100", "1000", "10000"})
    public int features;

    @Param({"sparse", "mixed"})
    public String model;

    private FeatureCatalog catalog;

    @Setup
    public void generate() {
        catalog = model.equals("sparse") ? Catalogs.layered(features, Shape.SPARSE) : Catalogs.mixed(features);
    }

    @Benchmark
    public CatalogAnalysis validate() {
        return CatalogAnalysis.of(catalog, List.of(Catalogs.PLATFORM));
    }
}
