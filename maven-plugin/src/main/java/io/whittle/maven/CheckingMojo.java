package io.whittle.maven;

import io.whittle.assembler.goal.ImageCheckRequest;
import io.whittle.assembler.goal.LinkRequest;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.List;

/** What goals that ask images share. */
abstract class CheckingMojo extends ImageMojo {
    /** The checks to run; several are separated by commas. Default: every one that is applicable. */
    @Parameter(property = "whittle.check")
    private String check;

    /** What is asked of these images, so many checks at a time. */
    final ImageCheckRequest checking(LinkRequest images, int parallelism) {
        return new ImageCheckRequest(images, checks(), testPath(), parallelism);
    }

    private List<String> checks() {
        return words(check);
    }
}
