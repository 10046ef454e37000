package io.whittle.benchmarks;

import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/** Closing one feature over its requirements, where that brings in every feature there is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClosureBenchmark {
    @Param({"100", "1000", "10000"})
    public int features;

    @Param
    public Shape shape;

    private PlatformGraph graph;
    private BitSet start;
    private int[] providers;

    @Setup
    public void compile() {
        graph = PlatformGraph.of(Catalogs.layered(features, shape), Catalogs.PLATFORM);
        start = new BitSet();
        start.set(graph.feature(Catalogs.first(features, shape)));
        providers = Demands.none(graph).chosen();
        int reached = closure().members().cardinality();
        if (reached != features) {
            throw new IllegalStateException("reached " + reached + " of " + features);
        }
    }

    @Benchmark
    public Closure closure() {
        return Closure.of(graph, start, providers);
    }
}
