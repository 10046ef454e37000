package io.whittle.graph.matrix;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.GraphClauses;
import io.whittle.graph.solve.Link;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Few choices of a catalogue's public features on a platform in which, of every two of them, each is in once while the other is
 * out, wherever that can be.
 *
 * <p>Features that are always in, or never, are in no pair: there is nothing to choose. What comes along softly changes nothing,
 * for a row has a word on every other public feature.
 */
public final class PairRows {
    private final PlatformGraph graph;
    private final BitSet open;
    private final PairSample sample;
    private final List<PairRow> rows;

    private PairRows(PlatformGraph graph, BitSet open, PairSample sample, List<PairRow> rows) {
        this.graph = graph;
        this.open = open;
        this.sample = sample;
        this.rows = List.copyOf(rows);
    }

    /**
     * Finds the rows, as {@link PairSampler} does. The same catalogue and platform give the same ones.
     *
     * @param mostRows after so many rows no more are given
     * @throws IllegalArgumentException when the limit is negative
     */
    public static PairRows of(FeatureCatalog catalog, Platform platform, int mostRows, PairProgress progress) {
        PlatformGraph graph = PlatformGraph.of(catalog, platform);
        List<int[]> clauses = clauses(graph);
        BitSet open = Backbone.open(graph.nodes(), clauses);
        open.and(publicOnes(graph));
        PairSample sample =
                PairSampler.sample(new PairQuestion(graph.nodes(), clauses, open, PairKind.MIXED, mostRows), progress);
        List<PairRow> rows = rows(graph, open, sample.rows());
        return new PairRows(PlatformGraph.of(RowProfiles.added(catalog, rows), platform), open, sample, rows);
    }

    /** The catalogue with a profile more for each row, so that rows can be resolved, planned and linked as profiles are. */
    public FeatureCatalog catalog() {
        return graph.catalog();
    }

    /** The rows, those with few features first. */
    public List<PairRow> rows() {
        return rows;
    }

    /** The features that are in the pairs: public ones that can be in, and can be out. */
    public SortedSet<String> features() {
        return Collections.unmodifiableSortedSet(names(graph, open));
    }

    /** How many pairs there are. */
    public long pairs() {
        return sample.pairs();
    }

    /** How many of them can be. */
    public long feasible() {
        return sample.feasible();
    }

    /** How many of them rows meet: all that can be, but for a limit. */
    public long covered() {
        return sample.covered();
    }

    /** What a row comes to. Its public features are the row's, and those that are always in. */
    public Resolution resolve(PairRow row) {
        try {
            return Resolver.resolve(graph, row.profile());
        } catch (UnresolvableException refused) {
            throw new IllegalStateException("a row that cannot be had: " + row, refused);
        }
    }

    /** Pairs that can be and that no row meets for want of rows, by name. Quadratic in the features. */
    public List<MixedPair> missed() {
        List<MixedPair> missed = new ArrayList<>();
        eachPair((in, out) -> {
            if (sample.isFeasible(2 * in, 2 * out + 1) && !sample.isCovered(2 * in, 2 * out + 1)) {
                missed.add(pair(in, out));
            }
        });
        return Collections.unmodifiableList(missed);
    }

    /** Pairs that cannot be, by name. Quadratic in the features. */
    public List<MixedPair> bound() {
        List<MixedPair> bound = new ArrayList<>();
        eachPair((in, out) -> {
            if (!sample.isFeasible(2 * in, 2 * out + 1)) {
                bound.add(pair(in, out));
            }
        });
        return Collections.unmodifiableList(bound);
    }

    /**
     * Why a pair cannot be: by the shortest chain. Linear in what the one feature requires.
     *
     * @throws IllegalArgumentException when this is none of the pairs, or it can be
     */
    public Binding why(MixedPair pair) {
        int from = graph.feature(pair.in());
        int to = graph.feature(pair.out());
        if (sample.isFeasible(2 * from, 2 * to + 1)) {
            throw new IllegalArgumentException(pair.in() + " can be in without " + pair.out());
        }
        BitSet start = new BitSet();
        start.set(from);
        Closure brought = Closure.of(graph, start, Demands.none(graph).chosen());
        return new Binding(pair, brought.holds(to) ? chain(from, brought.chainTo(to)) : List.of());
    }

    private void eachPair(BiConsumer<Integer, Integer> pair) {
        open.stream().forEach(in -> open.stream().filter(out -> in != out).forEach(out -> pair.accept(in, out)));
    }

    private MixedPair pair(int in, int out) {
        return new MixedPair(graph.feature(in), graph.feature(out));
    }

    private List<String> chain(int from, List<Link> links) {
        return Stream.concat(Stream.of(from), links.stream().map(Link::target))
                .map(graph::feature)
                .toList();
    }

    private static List<int[]> clauses(PlatformGraph graph) {
        List<int[]> clauses = new ArrayList<>();
        BitSet nodes = new BitSet();
        nodes.set(0, graph.nodes());
        GraphClauses.each(graph, nodes, clauses::add);
        graph.absent().stream().forEach(feature -> clauses.add(new int[] {2 * feature + 1}));
        return clauses;
    }

    private static BitSet publicOnes(PlatformGraph graph) {
        BitSet publicOnes = new BitSet();
        for (Feature feature : graph.catalog().features().values()) {
            publicOnes.set(graph.feature(feature.name().text()), !feature.internal());
        }
        return publicOnes;
    }

    private static List<PairRow> rows(PlatformGraph graph, BitSet open, List<BitSet> sampled) {
        String prefix = RowProfiles.prefix(graph.catalog());
        List<PairRow> rows = new ArrayList<>();
        for (BitSet row : sampled) {
            BitSet in = (BitSet) open.clone();
            in.and(row);
            BitSet out = (BitSet) open.clone();
            out.andNot(row);
            rows.add(new PairRow(prefix + (rows.size() + 1), names(graph, in), names(graph, out)));
        }
        return rows;
    }

    private static SortedSet<String> names(PlatformGraph graph, BitSet features) {
        return features.stream().mapToObj(graph::feature).collect(Collectors.toCollection(TreeSet::new));
    }
}
