package io.whittle.assembler.natives;

import io.whittle.assembler.elf.ElfNeeds;
import io.whittle.assembler.elf.FileBytes;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the native files of jars and folders, by their headers. */
public final class JarNatives {
    private static final String CLASS = ".class";

    private JarNatives() {}

    /**
     * The native files of a jar, by name. Every entry but classes is begun, and those that begin as native files do are read
     * as far as their headers point: some milliseconds, or about ten a megabyte of libraries.
     */
    public static List<NativeEntry> of(Path jar) throws IOException {
        List<NativeEntry> natives = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().endsWith(CLASS)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        NativeEntry.of(entry.getName(), FileBytes.of(in), Math.max(0, entry.getSize()))
                                .ifPresent(natives::add);
                    }
                }
            }
        }
        natives.sort(Comparator.comparing(NativeEntry::name));
        return List.copyOf(natives);
    }

    /** The native files of a folder of classes, by name. Links are not followed. */
    public static List<NativeEntry> ofFolder(Path folder) throws IOException {
        List<NativeEntry> natives = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !file.toString().endsWith(CLASS)) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    long bytes = Files.size(file);
                    NativeHeader.of(file).ifPresent(header -> natives.add(NativeEntry.of(name, header, bytes)));
                }
            }
        }
        natives.sort(Comparator.comparing(NativeEntry::name));
        return List.copyOf(natives);
    }

    /** What the native files of a jar or a folder ask of the loader that fit a platform, by name; those that are no ELF files ask nothing. */
    public static SortedMap<String, ElfNeeds> needs(Path jar, Platform platform) throws IOException {
        SortedMap<String, ElfNeeds> all = new TreeMap<>();
        boolean folder = Files.isDirectory(jar);
        for (NativeEntry entry : folder ? ofFolder(jar) : of(jar)) {
            if (entry.platforms().contains(platform)) {
                Optional<ElfNeeds> needs = folder ? ElfNeeds.of(jar.resolve(entry.name())) : needs(jar, entry.name());
                needs.ifPresent(found -> all.put(entry.name(), found));
            }
        }
        return all;
    }

    private static Optional<ElfNeeds> needs(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return ElfNeeds.of(FileBytes.of(in));
        }
    }
}
