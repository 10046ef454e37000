package io.whittle.benchmarks;

import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
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

/** Choices of providers that clash when each is the preferred one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ConeBenchmark {
    @Param({"5", "50"})
    public int choices;

    private FeatureCatalog answerable;
    private FeatureCatalog unanswerable;

    @Setup
    public void generate() {
        answerable = Catalogs.answerableCone(choices);
        unanswerable = Catalogs.unanswerableCone(choices);
    }

    /** Others than the preferred ones go together. */
    @Benchmark
    public Resolution answered() throws UnresolvableException {
        return Resolver.resolve(answerable, new Request("asked", Catalogs.PLATFORM));
    }

    /** None go together, and the message says why. */
    @Benchmark
    public UnresolvableException refused() {
        return Refusal.of(unanswerable);
    }
}
