package io.whittle.benchmarks;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.solve.PlatformGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/** From a catalogue to the resolution of one profile, in which nearly every feature is in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ResolutionBenchmark {
    @Param({"100", "1000", "10000"})
    public int features;

    @Param({"sparse", "dense", "mixed"})
    public String model;

    @Param({"asked", "everything"})
    public String profile;

    private FeatureCatalog catalog;
    private PlatformGraph graph;

    @Setup
    public void generate() {
        catalog = switch (model) {
            case "sparse" -> Catalogs.layered(features, Shape.SPARSE);
            case "dense" -> Catalogs.layered(features, Shape.DENSE);
            case "mixed" -> Catalogs.mixed(features);
            default -> throw new IllegalArgumentException(model);
        };
        graph = PlatformGraph.of(catalog, Catalogs.PLATFORM);
    }

    /** Conditions become constants, and names numbers. */
    @Benchmark
    public PlatformGraph compile() {
        return PlatformGraph.of(catalog, Catalogs.PLATFORM);
    }

    /** The graph is at hand. */
    @Benchmark
    public Resolution resolve() throws UnresolvableException {
        return Resolver.resolve(graph, profile);
    }

    /** Both, as a build does it. */
    @Benchmark
    public Resolution compileAndResolve() throws UnresolvableException {
        return Resolver.resolve(catalog, new Request(profile, Catalogs.PLATFORM));
    }
}
