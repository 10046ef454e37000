package io.whittle.maven;

import io.whittle.assembler.goal.CellChoice;
import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.ImageCheckRequest;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.List;
import java.util.Optional;

/** What goals that ask images share. */
abstract class CheckingMojo extends ImageMojo {
    /** The checks to run; several are separated by commas. Default: every one that is applicable. */
    @Parameter(property = "whittle.check")
    private String check;

    /** What is asked of which images, so many checks at a time. */
    final ImageCheckRequest checking(int parallelism) throws GoalException {
        return checking(parallelism, Optional.empty());
    }

    /** The same, of cells of a matrix where these are asked for. */
    final ImageCheckRequest checking(int parallelism, Optional<CellChoice> cells) throws GoalException {
        return new ImageCheckRequest(request(cells), checks(), testPath(), parallelism);
    }

    private List<String> checks() {
        return words(check);
    }
}
