package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.PathEntry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One reading of evidence in a JVM of its own, for {@link AuditSpeedBenchmark}: a file that lists jars, then the folder of the cache. */
final class AuditSpeedRun {
    private AuditSpeedRun() {}

    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        ModuleIndex index = ModuleIndex.of(entries(Files.readAllLines(Path.of(arguments[0]))));
        long indexed = System.nanoTime();
        Evidence evidence = Evidence.of(
                index,
                ModuleFinder.ofSystem().findAll().stream()
                        .map(ModuleReference::descriptor)
                        .toList(),
                Optional.of(Path.of(arguments[1])));
        System.out.printf(
                Locale.ROOT,
                "%d modules, %d uses: index %d ms, evidence %d ms, peak heap %d MiB, peak resident %s%n",
                index.modules().size(),
                evidence.uses().size(),
                (indexed - begin) / 1_000_000,
                (System.nanoTime() - indexed) / 1_000_000,
                peakHeap() >> 20,
                peakResident());
    }

    static List<PathEntry> entries(List<String> jars) {
        return jars.stream()
                .map(Path::of)
                .map(jar -> new PathEntry(jar, jar.getFileName().toString(), false))
                .toList();
    }

    /** At most: the pools of the heap do not all peak at once. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static String peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .map(kib -> Long.parseLong(kib) / 1024 + " MiB")
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
