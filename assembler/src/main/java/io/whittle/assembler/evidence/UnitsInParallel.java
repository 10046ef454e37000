package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads many modules at once, on as many threads as there are processors, the largest jar first, so that none is left to the end. */
final class UnitsInParallel {
    private UnitsInParallel() {}

    /** How one is read. */
    interface Reading<T> {
        T read(ApplicationModule module) throws IOException;
    }

    /** What the modules say, in their order. */
    static <T> List<T> read(List<ApplicationModule> modules, Reading<T> reading) throws IOException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<String, Future<T>> units = new LinkedHashMap<>();
            for (ApplicationModule module : largestFirst(modules)) {
                units.put(module.name(), threads.submit(() -> reading.read(module)));
            }
            List<T> read = new ArrayList<>();
            for (ApplicationModule module : modules) {
                read.add(get(units.get(module.name())));
            }
            return read;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T get(Future<T> unit) throws IOException {
        try {
            return unit.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("stopped while the code of modules was read");
            stopped.initCause(interrupted);
            throw stopped;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static List<ApplicationModule> largestFirst(List<ApplicationModule> modules) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (ApplicationModule module : modules) {
            // A folder says nothing of its size; that of the own build is not often the largest.
            sizes.put(module.name(), Files.size(module.path()));
        }
        return modules.stream()
                .sorted(Comparator.comparing((ApplicationModule module) -> sizes.get(module.name()))
                        .reversed())
                .toList();
    }
}
