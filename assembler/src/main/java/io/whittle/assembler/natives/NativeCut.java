package io.whittle.assembler.natives;

import io.whittle.graph.catalog.Libc;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which native files of a jar an image for a platform keeps, and which are left out of it.
 *
 * @param kept what can be loaded there, by name
 * @param cut what is for other platforms, by name
 */
public record NativeCut(List<NativeEntry> kept, List<NativeEntry> cut) {
    public NativeCut {
        kept = List.copyOf(kept);
        cut = List.copyOf(cut);
    }

    /**
     * Cuts down to a platform. On musl a file that asks for glibc is kept where the jar has none of its name for musl: the loader
     * of musl answers for glibc's names, and many such libraries run there.
     */
    public static NativeCut to(Platform platform, List<NativeEntry> natives) {
        SortedSet<String> fitting = natives.stream()
                .filter(entry -> entry.platforms().contains(platform))
                .map(NativeEntry::fileName)
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Platform> sister = sister(platform);
        List<NativeEntry> kept = new ArrayList<>();
        List<NativeEntry> cut = new ArrayList<>();
        for (NativeEntry entry : natives) {
            boolean stays = entry.platforms().contains(platform)
                    || sister.filter(entry.platforms()::contains).isPresent() && !fitting.contains(entry.fileName());
            (stays ? kept : cut).add(entry);
        }
        return new NativeCut(kept, cut);
    }

    /** Whether the jar has native files and none of them is for the platform. */
    public boolean nothingLeft() {
        return kept.isEmpty() && !cut.isEmpty();
    }

    /** What is left out, in bytes that are not compressed. */
    public long bytesCut() {
        return cut.stream().mapToLong(NativeEntry::bytes).sum();
    }

    /** The platforms for which something was left out, without variants of processors: for people. */
    public SortedSet<String> platformsCut() {
        return cut.stream()
                .flatMap(entry -> entry.platforms().stream())
                .filter(platform -> platform.variant().isEmpty())
                .map(Platform::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Platform> sister(Platform platform) {
        return platform.os() == Os.LINUX && platform.libc().equals(Optional.of(Libc.MUSL))
                ? Optional.of(new Platform(Os.LINUX, platform.arch(), platform.variant(), Optional.of(Libc.GLIBC)))
                : Optional.empty();
    }
}
