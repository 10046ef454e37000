package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ImageCheckRequest;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What goals that ask images share. */
abstract class CheckingMojo extends ImageMojo {
    /** The checks to run; several are separated by commas. Default: every one that is applicable. */
    @Parameter(property = "whittle.check")
    private String check;

    /**
     * By platform, spelt with hyphens: what goes before <code>bin/java</code> of an image that this machine does not run by
     * itself, such as <code>&lt;linux-arm64&gt;qemu-aarch64-static -L /opt/sysroot&lt;/linux-arm64&gt;</code>.
     */
    @Parameter
    private Map<String, String> runners;

    /** What is asked of which images, so many checks at a time. */
    final ImageCheckRequest checking(int parallelism) throws GoalException {
        return new ImageCheckRequest(request(), checks(), runnerWords(), testPath(), parallelism);
    }

    private List<String> checks() {
        return words(check);
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
