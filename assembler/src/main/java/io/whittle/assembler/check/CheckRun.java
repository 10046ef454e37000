package io.whittle.assembler.check;

import io.whittle.assembler.check.Attempt.Tried;
import io.whittle.assembler.check.Outcome.Failed;
import io.whittle.assembler.check.Outcome.NotApplicable;
import io.whittle.assembler.check.Outcome.NotRun;
import io.whittle.assembler.check.Outcome.Passed;
import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.process.Guard;
import io.whittle.assembler.process.ProcessGroup;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.interchange.CatalogHash;
import io.whittle.graph.resolve.Applicability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs checks in a linked image. No process of theirs outlives the call, nor this JVM. */
public final class CheckRun {
    private final CheckRequest request;
    private final CheckListener listener;
    private final Guard guard;
    private final Path scratch;
    private final Ports ports = new Ports();

    private CheckRun(CheckRequest request, CheckListener listener, Guard guard, Path scratch) {
        this.request = request;
        this.listener = listener;
        this.guard = guard;
        this.scratch = scratch;
    }

    /**
     * Runs every check of the catalogue that is applicable.
     *
     * @throws IOException when processes cannot be guarded, or the folder for logs cannot be cleared
     * @throws InterruptedException when the thread is interrupted, or this JVM goes down; all processes are gone then
     */
    public static CheckResults all(CheckRequest request, CheckListener listener)
            throws IOException, InterruptedException {
        return some(request, new TreeSet<>(request.catalog().checks().keySet()), listener);
    }

    /** Runs the checks of these names, which the catalogue has, and no others; otherwise as {@link #all}. */
    public static CheckResults some(CheckRequest request, SortedSet<String> names, CheckListener listener)
            throws IOException, InterruptedException {
        Path scratch = CheckFolder.scratch();
        try (Guard guard = Guard.open(scratch)) {
            CheckRun run = new CheckRun(request, listener, guard, scratch);
            List<CheckResult> results = run.inParallel(names);
            guard.throwIfGoingDown();
            return new CheckResults(
                    request.profile(),
                    request.platform(),
                    request.image(),
                    request.work(),
                    request.isNative() && request.platform().os() == Os.LINUX,
                    results,
                    request.scope().withoutCheck(),
                    request.scope().onlyInapplicable());
        } finally {
            FolderTree.delete(scratch);
        }
    }

    private List<CheckResult> inParallel(SortedSet<String> names) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(request.parallelism());
        try {
            List<Future<CheckResult>> running = new ArrayList<>();
            for (String name : names) {
                FolderTree.delete(folder(name));
            }
            names.forEach(name -> running.add(threads.submit(() -> run(name))));
            List<CheckResult> results = new ArrayList<>();
            for (Future<CheckResult> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException broken) {
            guard.throwIfGoingDown();
            throw new IllegalStateException("a check broke the run", broken.getCause());
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    // Each thread ends its own processes, and must have done so before the guard looks for the last time.
    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CheckResult run(String name) throws InterruptedException {
        Check check = request.catalog().checks().get(name);
        Applicability applicability = request.scope().checks().get(name);
        if (!applicability.applicable()) {
            return tell(check, new NotApplicable(applicability.hindrances()), 0, new Tried(List.of(), List.of(), 0));
        }
        synchronized (listener) {
            listener.begins(name);
        }
        long began = System.nanoTime();
        List<Fault> before = new ArrayList<>();
        for (int number = 1; ; number++) {
            guard.throwIfGoingDown();
            Tried tried;
            try (ProcessGroup group = guard.group()) {
                tried = new Attempt(request, check, folder(name).resolve("attempt-" + number))
                        .run(group, ports, scratch);
            } catch (NotRunException unasked) {
                return tell(check, new NotRun(unasked.getMessage()), began, new Tried(List.of(), List.of(), 0));
            }
            if (tried.faults().isEmpty()) {
                return tell(check, new Passed(number, before), began, tried);
            }
            if (number >= check.attempts()) {
                return tell(check, new Failed(number, tried.faults()), began, tried);
            }
            before.addAll(tried.faults());
            synchronized (listener) {
                listener.triesAgain(name, number, tried.faults().get(0));
            }
        }
    }

    private CheckResult tell(Check check, Outcome outcome, long began, Tried tried) {
        long millis = began == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        String name = check.name().text();
        CheckResult result = new CheckResult(
                name,
                check.summary(),
                proves(name),
                CatalogHash.of(check),
                outcome,
                millis,
                tried.measurements(),
                tried.leftovers(),
                folder(name));
        synchronized (listener) {
            listener.ended(result);
        }
        return result;
    }

    private List<String> proves(String check) {
        return request.catalog().features().entrySet().stream()
                .filter(feature ->
                        feature.getValue().checks().stream().map(Mention::text).anyMatch(check::equals))
                .map(feature -> feature.getKey())
                .toList();
    }

    private Path folder(String check) {
        return request.work().resolve(check);
    }
}
