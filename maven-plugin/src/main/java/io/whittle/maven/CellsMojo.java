package io.whittle.maven;

import io.whittle.assembler.goal.CellChoice;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.plugins.annotations.Parameter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which cells of a matrix are meant in place of a profile. */
abstract class CellsMojo extends LinkingMojo {
    /**
     * The id or the name of a cell of the matrix, in place of the profile: <code>whittle:matrix</code> tells them. Without a platform it is looked
     * for on all of them.
     */
    @Parameter(property = "whittle.cell")
    private String cell;

    /** A part of the matrix, in place of the profile, such as <code>2/5</code> for the second of five. */
    @Parameter(property = "whittle.shard")
    private String shard;

    /**
     * The rows of the matrix that <code>whittle.cell</code> or <code>whittle.shard</code> is about: <code>profiles</code>,
     * <code>features</code>, <code>pairs</code>. Default: all of them for a cell, profiles for a part. Without cell and part it is the whole
     * matrix that is meant.
     */
    @Parameter(property = "whittle.rows")
    private String rows;

    /** Which cells are asked for; none where neither one nor a part of all is named, and no rows are. */
    final Optional<CellChoice> cells() {
        return cellWords().isEmpty()
                ? Optional.empty()
                : Optional.of(new CellChoice(Optional.ofNullable(cell), Optional.ofNullable(shard), scope(rows)));
    }

    /**
     * For goals that are about profiles alone.
     *
     * @param goal its name, such as <code>lock</code>
     * @throws GoalException where cells are asked for
     */
    final void requireNoCells(String goal) throws GoalException {
        List<String> words = cellWords();
        if (!words.isEmpty()) {
            throw new GoalException(
                    List.of("whittle:" + goal + " is about profiles, and not about cells of a matrix, as "
                            + String.join(" and ", words) + (words.size() == 1 ? " asks" : " ask") + ".\n"
                            + "  Name profiles instead: -Dwhittle.profile=<name>; or run it in a call of its own."));
        }
    }

    private List<String> cellWords() {
        return Stream.of(
                        word("cell", cell),
                        word("shard", shard),
                        word("rows", words(rows).isEmpty() ? null : rows))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> word(String name, String value) {
        return Optional.ofNullable(value).map(said -> "whittle." + name + "=" + said);
    }
}
