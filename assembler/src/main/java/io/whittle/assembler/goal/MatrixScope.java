package io.whittle.assembler.goal;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which matrix is meant, in a user's words.
 *
 * @param profiles names; none, or the one word {@code all}, stands for every one
 * @param platforms as the catalogue spells them: of the platforms of each profile only these; none, or
 *     the word {@code all}: all of them
 * @param rows {@code profiles}, {@code features}, {@code pairs}
 * @param maxRows how many cells there may be at most
 * @param acceptCoverage whether a limit may leave cells out
 */
public record MatrixScope(
        List<String> profiles, List<String> platforms, List<String> rows, OptionalInt maxRows, boolean acceptCoverage) {
    public MatrixScope {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        rows = List.copyOf(rows);
    }
}
