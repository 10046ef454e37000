package io.whittle.assembler.evidence;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Jars of a local repository that both jdeps and the reader of evidence take: the newest of each artifact, the largest first. None has a
 * descriptor.
 *
 * @param jars their paths
 * @param classes in all of them
 */
record JarsAtHand(List<Path> jars, long classes) {
    private static final int LEAST_JARS = 100;
    private static final long LEAST_CLASSES = 40_000;

    static JarsAtHand in(Path repository) throws IOException {
        List<ApplicationModule> usable = automatic(newest(repository));
        Map<ApplicationModule, Long> classes = new TreeMap<>(Comparator.comparing(ApplicationModule::name));
        for (ApplicationModule module : usable) {
            classes.put(module, classesIn(module.path()));
        }
        List<ApplicationModule> largest = new ArrayList<>(usable);
        largest.sort(Comparator.comparing((ApplicationModule module) -> classes.get(module))
                .reversed());
        int count = 0;
        long sum = 0;
        while (count < largest.size() && (count < LEAST_JARS || sum < LEAST_CLASSES)) {
            sum += classes.get(largest.get(count++));
        }
        return new JarsAtHand(
                largest.subList(0, count).stream().map(ApplicationModule::path).toList(), sum);
    }

    /** Those without a descriptor, each name once; a broken jar is none. jdeps gives up on the first module that is required and not there. */
    private static List<ApplicationModule> automatic(List<String> jars) {
        return ModuleIndex.of(AuditSpeedRun.entries(jars)).modules().values().stream()
                .map(found -> found.get(0))
                .filter(ApplicationModule::automatic)
                .toList();
    }

    /** By artifact, the jar whose version comes last by its letters: good enough for a benchmark. */
    private static List<String> newest(Path repository) throws IOException {
        Map<Path, Path> newest = new TreeMap<>();
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path jar : (Iterable<Path>) files.filter(JarsAtHand::isMain).sorted()::iterator) {
                newest.put(jar.getParent().getParent(), jar);
            }
        }
        return newest.values().stream().map(Path::toString).toList();
    }

    private static boolean isMain(Path file) {
        Path version = file.getParent();
        return file.toString().endsWith(".jar")
                && file.getFileName()
                        .toString()
                        .equals(version.getParent().getFileName() + "-" + version.getFileName() + ".jar");
    }

    private static long classesIn(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .count();
        }
    }
}
