package io.whittle.maven;

import io.whittle.assembler.goal.CheckGoal;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ImageCheckRequest;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Starts the linked image and asks it what the checks of the catalogue ask; fails where an answer is not the expected one, or a check cannot
 * be run. Bound to <code>verify</code> where a pom asks for it, or typed behind a phase: <code>mvn package whittle:check</code>. Links first
 * where no image stands as it would be linked. Where projects of the build bind <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class CheckMojo extends ImageMojo {
    /** The checks to run; several are separated by commas. Default: every one that is applicable. */
    @Parameter(property = "whittle.check")
    private String check;

    /** How many checks run at a time. Default: half as many as there are processors. */
    @Parameter(property = "whittle.parallelChecks")
    private Integer parallelChecks;

    /**
     * By platform, spelt with hyphens: what goes before <code>bin/java</code> of an image that this machine does not run by
     * itself, such as <code>&lt;linux-arm64&gt;qemu-aarch64-static -L /opt/sysroot&lt;/linux-arm64&gt;</code>.
     */
    @Parameter
    private Map<String, String> runners;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().info("this project links no image: nothing to check");
            return;
        }
        CheckGoal.run(
                new ImageCheckRequest(request(), words(check), runnerWords(), testPath(), parallelism(parallelChecks)),
                new MavenProgress(getLog()));
    }

    private SortedMap<String, List<String>> runnerWords() {
        SortedMap<String, List<String>> words = new TreeMap<>();
        if (runners != null) {
            runners.forEach((platform, text) ->
                    words.put(platform, Stream.of(text.strip().split("\\s+")).toList()));
        }
        return words;
    }
}
