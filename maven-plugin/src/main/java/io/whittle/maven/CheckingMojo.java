package io.whittle.maven;

import io.whittle.assembler.goal.CellChoice;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ImageCheckRequest;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What goals that ask images share. */
abstract class CheckingMojo extends ImageMojo {
    /** The checks to run; several are separated by commas. Default: every one that is applicable. */
    @Parameter(property = "whittle.check")
    private String check;

    /**
     * By platform, spelt with hyphens: what goes before <code>bin/java</code> of an image that this machine does not run by
     * itself, such as <code>&lt;linux-arm64&gt;qemu-aarch64-static -L /opt/sysroot&lt;/linux-arm64&gt;</code>. What has spaces
     * goes in quotes.
     */
    @Parameter
    private Map<String, String> runners;

    /** What is asked of which images, so many checks at a time. */
    final ImageCheckRequest checking(int parallelism) throws GoalException {
        return checking(parallelism, Optional.empty());
    }

    /** The same, of cells of a matrix where these are asked for. */
    final ImageCheckRequest checking(int parallelism, Optional<CellChoice> cells) throws GoalException {
        return new ImageCheckRequest(request(cells), checks(), runnerWords(), testPath(), parallelism);
    }

    private List<String> checks() {
        return words(check);
    }

    private SortedMap<String, List<String>> runnerWords() throws GoalException {
        SortedMap<String, List<String>> words = new TreeMap<>();
        for (Map.Entry<String, String> runner :
                runners == null ? Map.<String, String>of().entrySet() : runners.entrySet()) {
            words.put(runner.getKey(), QuotedWords.of(runner.getValue()));
        }
        return words;
    }
}
