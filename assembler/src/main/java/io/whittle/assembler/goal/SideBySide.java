package io.whittle.assembler.goal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work on several images at a time. What each says is told in their order, whichever ends first, and how far all are as they end; one that
 * fails does not keep the others from being tried.
 */
final class SideBySide {
    private static final double NANOS = 1e9;

    /** Work on one image. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws GoalException, IOException, InterruptedException;
    }

    /**
     * What came of all.
     *
     * @param each what was made, in their order; empty where that failed
     * @param faults of those that failed, in their order
     */
    record Done<T>(List<Optional<T>> each, List<String> faults) {
        Done {
            each = List.copyOf(each);
            faults = List.copyOf(faults);
        }
    }

    private SideBySide() {}

    /**
     * Does all of it.
     *
     * @param noun what each is about, such as {@code image}
     * @param most how many are worked on at a time; at 1 everything is told as it is said
     * @throws IOException of the first where one was thrown; the others are ended then, and what they said and what failed is told
     */
    static <T> Done<T> run(String noun, List<Work<T>> works, int most, Progress progress)
            throws IOException, InterruptedException {
        Results<T> results = new Results<>(works.size());
        boolean whole = false;
        try {
            if (most <= 1 || works.size() <= 1) {
                for (int i = 0; i < works.size(); i++) {
                    results.add(i, works.get(i), progress);
                }
            } else {
                together(noun, works, most, progress, results);
            }
            whole = true;
        } finally {
            if (!whole) {
                // Whoever called learns of the exception alone.
                results.done().faults().forEach(progress::warn);
            }
        }
        return results.done();
    }

    private static <T> void together(String noun, List<Work<T>> works, int most, Progress progress, Results<T> results)
            throws IOException, InterruptedException {
        List<HeldProgress> said = works.stream().map(none -> new HeldProgress()).toList();
        boolean[] ended = new boolean[works.size()];
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, works.size()));
        int told = 0;
        try {
            CompletionService<Integer> ends = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < works.size(); i++) {
                int each = i;
                ends.submit(() -> {
                    results.add(each, works.get(each), said.get(each));
                    return each;
                });
            }
            long begin = System.nanoTime();
            for (int count = 1; count <= works.size(); count++) {
                ended[ended(ends.take())] = true;
                for (; told < works.size() && ended[told]; told++) {
                    said.get(told).tell(progress);
                }
                progress.say(state(noun, count, works.size(), (System.nanoTime() - begin) / NANOS));
            }
        } finally {
            threads.shutdownNow();
            // Nothing is left at work when this is left.
            awaitEnd(threads);
            // Only where one threw is there anything left.
            said.subList(told, said.size()).forEach(each -> each.tell(progress));
        }
    }

    /** {@code image 7 of 24 done, about 40 s left}: as the rest will take as long as what is done. */
    static String state(String noun, int done, int all, double seconds) {
        String state = noun + " " + done + " of " + all + " done";
        return done == all
                ? state
                : state + ", about " + Math.max(1, Math.round(seconds / done * (all - done))) + " s left";
    }

    private static int ended(Future<Integer> work) throws IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            if (failed.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException wrong
                    ? wrong
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                over = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came of each: a result, or faults. */
    private static final class Results<T> {
        private final List<Optional<T>> made;
        private final List<List<String>> faults;

        Results(int count) {
            this.made = new ArrayList<>();
            this.faults = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                made.add(Optional.empty());
                faults.add(List.of());
            }
        }

        void add(int number, Work<T> work, Progress progress) throws IOException, InterruptedException {
            try {
                T result = work.run(progress);
                synchronized (this) {
                    made.set(number, Optional.of(result));
                }
            } catch (GoalException failed) {
                synchronized (this) {
                    faults.set(number, failed.faults());
                }
            }
        }

        synchronized Done<T> done() {
            return new Done<>(made, faults.stream().flatMap(List::stream).toList());
        }
    }
}
