package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Native files of a jar that lie in an image's {@code lib/} and not in the jar: they are loaded from there, and nothing is
 * unpacked at each start.
 *
 * @param files which, by name
 * @param options of the JVM, by which the library finds them; {@link #LIB} in them stands for the folder
 */
public record LaidNatives(List<NativeEntry> files, List<String> options) {
    /** Stands in an option for the path of the image's {@code lib/}. */
    public static final String LIB = "{lib}";

    /** Nothing is laid there. */
    public static final LaidNatives NONE = new LaidNatives(List.of(), List.of());

    public LaidNatives {
        files = List.copyOf(files);
        options = List.copyOf(options);
    }

    /**
     * What can be laid there. A library has to be known for it, and all that it keeps: where several files of one name could be
     * loaded the one for the newest variant of the processor is laid, and where the platform names no variant none is.
     *
     * @param artifact {@code group:artifact[:classifier]} of the jar
     * @param kept its native files that the image keeps
     */
    public static LaidNatives of(String artifact, List<NativeEntry> kept, Platform platform) {
        // Tried on Linux alone: elsewhere other folders and names count.
        Optional<LoadingTable.Row> row = platform.os() == Os.LINUX ? LoadingTable.of(artifact) : Optional.empty();
        if (row.isEmpty() || kept.isEmpty()) {
            return NONE;
        }
        Map<String, List<NativeEntry>> byName = new TreeMap<>();
        for (NativeEntry entry : kept) {
            if (!row.get().file().matcher(entry.fileName()).matches()
                    || !entry.platforms().contains(platform)) {
                return NONE;
            }
            byName.computeIfAbsent(entry.fileName(), none -> new ArrayList<>()).add(entry);
        }
        List<NativeEntry> laid = new ArrayList<>();
        for (List<NativeEntry> alike : byName.values()) {
            Optional<NativeEntry> best =
                    alike.size() > 1 && platform.variant().isEmpty() ? Optional.empty() : best(alike);
            if (best.isEmpty()) {
                return NONE;
            }
            laid.add(best.get());
        }
        return new LaidNatives(laid, row.get().options());
    }

    private static Optional<NativeEntry> best(List<NativeEntry> alike) {
        // Those for a newer variant are for fewer platforms.
        int fewest =
                alike.stream().mapToInt(entry -> entry.platforms().size()).min().orElseThrow();
        List<NativeEntry> newest = alike.stream()
                .filter(entry -> entry.platforms().size() == fewest)
                .sorted(Comparator.comparing(NativeEntry::name))
                .toList();
        return newest.size() == 1 ? Optional.of(newest.get(0)) : Optional.empty();
    }
}
