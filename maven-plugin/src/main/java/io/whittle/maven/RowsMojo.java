package io.whittle.maven;

import io.whittle.assembler.goal.MatrixScope;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.OptionalInt;
import java.util.stream.Stream;

/** How large a matrix may be. Which rows it has each goal says for itself: where none are named they mean different things. */
abstract class RowsMojo extends JdkMojo {
    /** How many images a matrix may have at most. Where that leaves some out, the goal fails unless it is accepted. */
    @Parameter(property = "whittle.maxRows")
    private Integer maxRows;

    /** Whether <code>whittle.maxRows</code> may leave images out. */
    @Parameter(property = "whittle.acceptCoverage", defaultValue = "false")
    private boolean acceptCoverage;

    /**
     * The matrix that is meant.
     *
     * @param rows separated by commas; null for none
     */
    final MatrixScope scope(String rows) {
        return new MatrixScope(profiles(), namedPlatforms(), words(rows), most(maxRows), acceptCoverage);
    }

    static OptionalInt most(Integer limit) {
        return Stream.ofNullable(limit).mapToInt(Integer::intValue).findFirst();
    }
}
