package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.Verdict;
import io.whittle.assembler.check.CheckListener;
import io.whittle.assembler.check.CheckRequest;
import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.check.CheckRun;
import io.whittle.assembler.check.Outcome;
import io.whittle.assembler.check.Patience;
import io.whittle.assembler.check.TestProgram;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.CheckScope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One check, to be run once in one image after another.
 *
 * @param catalog the catalogue it stands in
 * @param check its name
 * @param scope what the checks are to the image that fails; in images with more it is applicable all the more
 * @param work a folder for logs, one folder in it for each run
 * @param runner words before {@code bin/java} of an image that this machine does not run by itself; else empty
 * @param tests what runs JUnit classes
 * @param mostMillis how long a run may take at most, in milliseconds, also where the check itself allows more
 */
public record TrialCheck(
        FeatureCatalog catalog,
        String check,
        CheckScope scope,
        Path work,
        List<String> runner,
        Optional<TestProgram> tests,
        long mostMillis) {
    public TrialCheck {
        runner = List.copyOf(runner);
        catalog = triedOnce(catalog, check, mostMillis);
    }

    /**
     * Runs it.
     *
     * @param image the folder of an image
     * @param plan whose launchers and roots count
     * @param jvmOptions what every JVM of the image gets besides
     * @param number of the run, for its logs
     */
    public CheckResult run(Path image, ImagePlan plan, List<String> jvmOptions, int number)
            throws IOException, InterruptedException {
        CheckRequest request = new CheckRequest(
                image,
                plan.profile(),
                plan.platform(),
                scope,
                catalog,
                plan.launchers(),
                plan.launchPath(),
                work.resolve("run-" + number),
                runner,
                tests,
                1,
                jvmOptions);
        return CheckRun.some(request, new TreeSet<>(List.of(check)), CheckListener.silent())
                .checks()
                .get(0);
    }

    /**
     * The same, with less patience: in images that pass it took so long, and a check that misses something often waits for it to its
     * limit.
     */
    TrialCheck knowing(long passingMillis) {
        long most = Math.min(mostMillis, Patience.of(passingMillis));
        return new TrialCheck(catalog, check, scope, work, runner, tests, most);
    }

    /** What a result means to a bisection. */
    static Verdict verdict(CheckResult result) {
        if (result.outcome() instanceof Outcome.Passed) {
            return Verdict.PASS;
        }
        return result.outcome() instanceof Outcome.Failed ? Verdict.FAIL : Verdict.UNRESOLVED;
    }

    // Whoever bisects counts attempts itself.
    private static FeatureCatalog triedOnce(FeatureCatalog catalog, String name, long mostMillis) {
        Check check = catalog.checks().get(name);
        SortedMap<String, Check> checks = new TreeMap<>(catalog.checks());
        checks.put(name, Patience.limited(check, mostMillis).tried(1));
        return catalog.withChecks(checks);
    }
}
