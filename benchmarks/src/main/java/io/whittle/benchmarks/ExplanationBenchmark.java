package io.whittle.benchmarks;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.UnresolvableException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/** From a catalogue to the message that says why a profile of twenty features cannot be had. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExplanationBenchmark {
    @Param({"100", "1000", "10000"})
    public int features;

    @Param
    public Shape shape;

    private FeatureCatalog conflict;
    private FeatureCatalog excluded;

    @Setup
    public void generate() {
        conflict = Catalogs.deepConflict(features, shape);
        excluded = Catalogs.excludedButNeeded(features, shape);
    }

    /** Two of them bring in features that conflict. */
    @Benchmark
    public UnresolvableException deepConflict() {
        return Refusal.of(conflict);
    }

    /** All of them need a feature that is excluded. */
    @Benchmark
    public UnresolvableException excludedButNeeded() {
        return Refusal.of(excluded);
    }
}
