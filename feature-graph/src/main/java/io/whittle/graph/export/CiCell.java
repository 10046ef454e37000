package io.whittle.graph.export;

import io.whittle.graph.cells.Cell;
import io.whittle.graph.cells.Row;
import io.whittle.graph.cells.RowKind;
import io.whittle.graph.resolve.CheckScope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A cell, and how to build it alone.
 *
 * @param cell the cell
 * @param checks names of those that are applicable in one of its rows
 * @param arguments what Maven is called with, beside phases and goals
 * @param bound whether the build links by itself
 */
public record CiCell(Cell cell, SortedSet<String> checks, List<String> arguments, boolean bound) {
    public CiCell {
        checks = Collections.unmodifiableSortedSet(new TreeSet<>(checks));
        arguments = List.copyOf(arguments);
    }

    static CiCell of(CiMatrix asked, Cell cell) {
        SortedSet<String> checks = CheckScope.ofAny(
                        asked.matrix().catalog(),
                        cell.rows().stream().map(Row::resolution).toList())
                .applicable();
        List<String> arguments = new ArrayList<>(asked.carried());
        if (isWholeByItself(asked, cell, checks)) {
            arguments.add("-Dwhittle.profile=" + cell.name());
        } else {
            arguments.add("-Dwhittle.cell=" + cell.id());
            if (asked.matrix().kinds().size() < RowKind.values().length) {
                arguments.add(
                        "-Dwhittle.rows=" + String.join(",", asked.matrix().kindWords()));
            }
        }
        arguments.add("-Dwhittle.platform=" + cell.platform());
        return new CiCell(cell, checks, arguments, asked.bound());
    }

    // Another row of the same image may be asked more: a feature that brings no module may name a check.
    private static boolean isWholeByItself(CiMatrix asked, Cell cell, SortedSet<String> checks) {
        return cell.kind() == RowKind.PROFILES
                && CheckScope.of(asked.matrix().catalog(), cell.rows().get(0).resolution())
                        .applicable()
                        .equals(checks);
    }

    /** Where its image is, below the output folder. */
    public String folder() {
        return cell.name() + "/" + cell.platform().folder();
    }

    /** Its arguments as a shell takes them. */
    public String argumentLine() {
        return String.join(" ", arguments);
    }

    /** What to type to link its image. */
    public String command() {
        return "mvn package " + (bound ? "" : "whittle:link ") + argumentLine();
    }
}
