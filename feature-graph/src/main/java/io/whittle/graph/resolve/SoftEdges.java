package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.solve.Additions;
import io.whittle.graph.solve.Answer;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What comes along: recommendations, by name of the feature that recommends and then in the order of its list; when none is
 * left, the first feature by name that comes in by itself; and from the start, until nothing changes. Each comes with all it
 * brings or not at all, and nothing is taken back.
 *
 * @param in everything that is in at the end
 * @param reasons by feature that came in
 * @param provider by capability: who was brought in because of a need of it, or -1
 * @param refused by feature: what would have brought it first, and what was in then
 */
record SoftEdges(BitSet in, SortedMap<String, Reason.In> reasons, int[] provider, SortedMap<String, Refusal> refused) {
    SoftEdges {
        reasons = Collections.unmodifiableSortedMap(reasons);
        refused = Collections.unmodifiableSortedMap(refused);
    }

    /**
     * That a feature did not come along.
     *
     * @param wish what would have brought it
     * @param beside what was in then
     */
    record Refusal(Reason.In wish, BitSet beside) {}

    static SoftEdges of(PlatformView view, Demands demands, Answer answer) {
        return new Search(view, demands, answer).search();
    }

    /** Nothing comes along. */
    static SoftEdges none(Demands demands, Answer answer) {
        return new SoftEdges(answer.in(), new TreeMap<>(), Reasons.providers(demands, answer), new TreeMap<>());
    }

    private record Recommended(int feature, int position, Edge edge) {}

    /** A feature that comes in by itself as soon as no trigger is missing. */
    private record Waiting(int feature, List<Mention> triggers, BitSet missing) {}

    private static final class Search {
        private final PlatformView view;
        private final PlatformGraph graph;
        private final Demands demands;
        private final boolean recommends;
        private final Additions additions;
        private final SortedMap<String, Reason.In> reasons = new TreeMap<>();
        private final int[] provider;
        private final SortedMap<String, Refusal> refused = new TreeMap<>();
        private final Queue<Recommended> untried = new PriorityQueue<>(
                Comparator.comparingInt(Recommended::feature).thenComparingInt(Recommended::position));
        private final Map<Integer, List<Waiting>> waitingFor = new HashMap<>();
        private final Queue<Waiting> ready = new PriorityQueue<>(Comparator.comparingInt(Waiting::feature));
        private BitSet in;

        Search(PlatformView view, Demands demands, Answer answer) {
            this.view = view;
            this.graph = view.graph();
            this.demands = demands;
            this.recommends = view.profile().recommends().map(Said::value).orElse(true);
            this.additions = new Additions(graph, demands, answer);
            this.provider = Reasons.providers(demands, answer);
            this.in = answer.in();
        }

        SoftEdges search() {
            view.catalog().features().values().stream()
                    .filter(feature -> !feature.auto().isEmpty())
                    .forEach(this::await);
            in.stream().forEach(this::cameIn);
            do {
                while (!untried.isEmpty()) {
                    tryRecommendation(untried.remove());
                }
            } while (tryAuto());
            return new SoftEdges(in, reasons, provider, refused);
        }

        private void await(Feature auto) {
            Set<Integer> triggers = auto.auto().stream()
                    .map(trigger -> graph.feature(trigger.text()))
                    .collect(Collectors.toSet());
            Waiting waiting = new Waiting(graph.feature(auto.name().text()), auto.auto(), new BitSet());
            for (int trigger : triggers) {
                waiting.missing().set(trigger);
                waitingFor.computeIfAbsent(trigger, number -> new ArrayList<>()).add(waiting);
            }
        }

        private void cameIn(int node) {
            for (Waiting waiting : waitingFor.getOrDefault(node, List.of())) {
                waiting.missing().clear(node);
                if (waiting.missing().isEmpty()) {
                    ready.add(waiting);
                }
            }
            if (recommends && node != graph.base()) {
                addRecommendations(node);
            }
        }

        private void addRecommendations(int node) {
            List<Edge> edges =
                    view.catalog().features().get(graph.feature(node)).recommends();
            for (int position = 0; position < edges.size(); position++) {
                if (edges.get(position).when().holds(view.platform())) {
                    untried.add(new Recommended(node, position, edges.get(position)));
                }
            }
        }

        private void tryRecommendation(Recommended recommended) {
            Mention target = recommended.edge().target();
            Recommendation step =
                    new Recommendation(graph.feature(recommended.feature()), target.text(), target.place());
            add(target.text(), new Reason.RecommendedBy(step));
        }

        /** Whether a feature has come in by itself. */
        private boolean tryAuto() {
            while (!ready.isEmpty()) {
                // Tried once: what cannot come in now never can.
                Waiting auto = ready.remove();
                List<String> triggers =
                        auto.triggers().stream().map(Mention::text).toList();
                Reason.In reason =
                        new Reason.AutoSince(triggers, auto.triggers().get(0).place());
                if (add(graph.feature(auto.feature()), reason)) {
                    return true;
                }
            }
            return false;
        }

        private boolean add(String name, Reason.In reason) {
            int feature = graph.feature(name);
            if (in.get(feature)) {
                return false;
            }
            Optional<Answer> answer = additions.add(feature);
            if (answer.isEmpty()) {
                refused.putIfAbsent(name, new Refusal(reason, in));
                return false;
            }
            BitSet before = in;
            in = answer.get().in();
            BitSet fresh = (BitSet) in.clone();
            fresh.andNot(before);
            explain(feature, reason, before, fresh, answer.get());
            fresh.stream().forEach(this::cameIn);
            return true;
        }

        private void explain(int feature, Reason.In reason, BitSet before, BitSet fresh, Answer answer) {
            int[] here = Reasons.providers(demands, answer);
            BitSet start = new BitSet();
            start.set(feature);
            Closure brought = Closure.beyond(graph, before, start, here);
            reasons.put(graph.feature(feature), reason);
            fresh.stream()
                    .filter(node -> node != feature)
                    .forEach(node -> reasons.put(graph.feature(node), Reasons.of(view, brought.link(node))));
            for (int capability = 0; capability < here.length; capability++) {
                if (provider[capability] < 0) {
                    provider[capability] = here[capability];
                }
            }
        }
    }
}
