package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How much sooner an unchanged project is known than linked: both ways on one project, in turn, in one warm JVM. Prints
 * milliseconds and their ratio, and asserts nothing. See docs/benchmarks.md.
 */
class FreshnessBenchmark {
    private static final int WARM_UP = 2;

    @TempDir
    private Path dir;

    /** Runs only when it is named: no pattern of the build matches this class. */
    @Test
    void printsHowMuchSoonerNothingIsDone() throws Exception {
        int rounds = Integer.getInteger("rounds", 7);
        Project project = new Project(dir);
        List<Double> unchanged = new ArrayList<>();
        List<Double> planned = new ArrayList<>();
        List<Double> linked = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Files.deleteIfExists(project.output.resolve("link.record"));
            Files.deleteIfExists(project.image("small").resolveSibling("image.record"));
            double link = millis(project);
            // What is planned again and found linked: the record of the goal is gone, that of the image is not.
            Files.delete(project.output.resolve("link.record"));
            double plan = millis(project);
            double nothing = millis(project);
            if (round >= 0) {
                linked.add(link);
                planned.add(plan);
                unchanged.add(nothing);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d rounds, one profile of 2 modules%n",
                System.getProperty("java.version"),
                rounds);
        print("unchanged", unchanged, unchanged);
        print("planned, not linked", planned, unchanged);
        print("linked", linked, unchanged);
    }

    private static void print(String what, List<Double> times, List<Double> base) {
        System.out.printf(
                Locale.ROOT,
                "%-20s min %8.1f ms   median %8.1f ms   %7.1f times unchanged%n",
                what,
                Collections.min(times),
                median(times),
                median(times) / median(base));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static double millis(Project project) throws Exception {
        LinkRequest request = project.link(TestJdk.home(), List.of(Project.host()), "small");
        long begin = System.nanoTime();
        LinkGoal.run(request, new Said());
        return (System.nanoTime() - begin) / 1e6;
    }
}
