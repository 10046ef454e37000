package io.whittle.assembler.bisect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random closed graph, a check that needs some of it and does not say so, and bad luck. Candidates are numbers; each requires some
 * that were made before it, and their order says nothing of that. No culprit requires another: such a one would be none.
 */
final class Simulation implements Oracle<Integer> {
    private static final Integer IMAGE = -1;

    private final Candidates<Integer> candidates;
    private final Set<Integer> culprits;
    private final double badLuck;
    private final Random luck;
    private int runs;

    /**
     * @param requirements how many others a candidate requires, on average
     * @param badLuck how often the check fails although it should pass
     */
    Simulation(long seed, int candidates, double requirements, int culprits, double badLuck) {
        Random random = new Random(seed);
        this.candidates = graph(random, candidates, requirements);
        this.culprits = antichain(random, this.candidates, culprits);
        this.badLuck = badLuck;
        this.luck = new Random(seed + 1);
    }

    private static Candidates<Integer> graph(Random random, int size, double requirements) {
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            made.add(i);
        }
        Collections.shuffle(made, random);
        Map<Integer, Set<Integer>> requires = new HashMap<>();
        for (int i = 1; i < size; i++) {
            Set<Integer> required = new HashSet<>(Set.of(IMAGE));
            for (double left = 2 * requirements * random.nextDouble(); left > random.nextDouble(); left--) {
                required.add(made.get(random.nextInt(i)));
            }
            requires.put(made.get(i), required);
        }
        Set<Integer> superset = new LinkedHashSet<>(Set.of(IMAGE));
        for (int i = 0; i < size; i++) {
            superset.add(i);
        }
        return new Candidates<>(Set.of(IMAGE), superset, requires);
    }

    private static Set<Integer> antichain(Random random, Candidates<Integer> candidates, int size) {
        List<Integer> all = new ArrayList<>(candidates.lacking());
        while (true) {
            Collections.shuffle(all, random);
            Set<Integer> chosen = new HashSet<>(all.subList(0, size));
            if (chosen.stream().noneMatch(one -> requiresAny(one, chosen, candidates))) {
                return chosen;
            }
        }
    }

    private static boolean requiresAny(Integer one, Set<Integer> others, Candidates<Integer> candidates) {
        Set<Integer> closure = new HashSet<>();
        List<Integer> open = new ArrayList<>(candidates.requires().getOrDefault(one, Set.of()));
        while (!open.isEmpty()) {
            Integer next = open.remove(open.size() - 1);
            if (closure.add(next)) {
                open.addAll(candidates.requires().getOrDefault(next, Set.of()));
            }
        }
        return closure.stream().anyMatch(others::contains);
    }

    @Override
    public Verdict test(Set<Integer> closed) {
        runs++;
        boolean works = closed.containsAll(culprits);
        return works && luck.nextDouble() >= badLuck ? Verdict.PASS : Verdict.FAIL;
    }

    Candidates<Integer> candidates() {
        return candidates;
    }

    Set<Integer> culprits() {
        return culprits;
    }

    /** How often the check was run. */
    int runs() {
        return runs;
    }
}
