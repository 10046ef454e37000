package io.whittle.assembler.evidence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The reader of evidence against {@code jdeps -verbose:class} on the same jars, each in a JVM of its own, in turn: the reader without and with
 * what it kept. Prints milliseconds and ratios, and asserts nothing but that each ends well. See docs/benchmarks.md.
 */
class AuditSpeedBenchmark {
    /** As a JVM is, and as many set it for Maven: what a build runs for some seconds is hardly worth optimizing. */
    private static final List<List<String>> OPTIONS = List.of(List.of(), List.of("-XX:TieredStopAtLevel=1"));

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path dir;

    private String said = "";

    /** Runs only when it is named: no pattern of the build matches this class. */
    @Test
    void printsHowMuchSoonerThanJdeps() throws Exception {
        int rounds = Integer.getInteger("rounds", 5);
        Path repository = Path.of(System.getProperty("jars", System.getProperty("user.home") + "/.m2/repository"));
        JarsAtHand jars = JarsAtHand.in(repository);
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, %d rounds, %d jars of %,d classes%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                jars.jars().size(),
                jars.classes());
        for (List<String> options : OPTIONS) {
            System.out.println("options of both JVMs: " + options);
            List<Double> jdeps = new ArrayList<>();
            List<Double> cold = new ArrayList<>();
            List<Double> warm = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                jdeps.add(millis(jdeps(jars, options)));
                clearCache();
                cold.add(millis(reader(jars, options)));
                System.out.println("cold: " + said);
                warm.add(millis(reader(jars, options)));
                System.out.println("warm: " + said);
            }
            print("jdeps -verbose:class", jdeps, jdeps);
            print("cold", cold, jdeps);
            print("warm", warm, jdeps);
        }
    }

    private static List<String> jdeps(JarsAtHand jars, List<String> options) {
        List<String> command = new ArrayList<>(
                List.of(JAVA_HOME.resolve("bin/jdeps").toString(), "--multi-release", "base", "-verbose:class"));
        command.addAll(1, options.stream().map("-J"::concat).toList());
        jars.jars().forEach(jar -> command.add(jar.toString()));
        return command;
    }

    private List<String> reader(JarsAtHand jars, List<String> options) throws IOException {
        Path list = dir.resolve("jars.txt");
        Files.write(list, jars.jars().stream().map(Path::toString).toList());
        List<String> command = new ArrayList<>(List.of(
                JAVA_HOME.resolve("bin/java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                AuditSpeedRun.class.getName(),
                list.toString(),
                cache().toString()));
        command.addAll(1, options);
        return command;
    }

    private Path cache() {
        return dir.resolve("cache");
    }

    private void clearCache() throws IOException {
        if (Files.exists(cache())) {
            try (Stream<Path> files = Files.list(cache())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private double millis(List<String> command) throws IOException, InterruptedException {
        Path out = dir.resolve("out.txt");
        Path err = dir.resolve("err.txt");
        long begin = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (exit != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + exit + ": " + Files.readString(err));
        }
        // What jdeps prints is tens of megabytes, and of no use here.
        said = Files.size(out) < 1000 ? Files.readString(out).strip() : "";
        return millis;
    }

    private static void print(String what, List<Double> times, List<Double> base) {
        System.out.printf(
                Locale.ROOT,
                "%-20s min %8.0f ms   median %8.0f ms   jdeps takes %5.1f times (min), %5.1f times (median)%n",
                what,
                Collections.min(times),
                median(times),
                Collections.min(base) / Collections.min(times),
                median(base) / median(times));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
