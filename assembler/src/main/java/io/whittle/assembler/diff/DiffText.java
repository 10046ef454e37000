package io.whittle.assembler.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Differences for a console. */
public final class DiffText {
    private DiffText() {}

    /** All of them, line by line: {@code +} new, {@code -} gone, {@code !} other. */
    public static List<String> lines(Diff diff) {
        List<String> lines = new ArrayList<>();
        lines.add(diff.from().words() + " -> " + diff.to().words() + (diff.isEmpty() ? ": no difference" : ""));
        block(lines, "catalogue", DiffLines.of(diff.subjects()));
        for (DiffWords.Group group : DiffWords.groups(diff)) {
            block(
                    lines,
                    group.names() + ": " + String.join("; ", DiffWords.summary(group, UnaryOperator.identity())),
                    group.lines());
        }
        block(lines, "findings", DiffLines.findings(diff));
        diff.notCompared().forEach(what -> {
            List<String> told = what.lines().toList();
            lines.add("  not compared: " + told.get(0));
            told.stream().skip(1).forEach(more -> lines.add("    " + more));
        });
        return lines;
    }

    private static void block(List<String> lines, String head, List<String> block) {
        if (!block.isEmpty() || !head.equals("catalogue") && !head.equals("findings")) {
            lines.add("  " + head);
            block.forEach(line -> lines.add("    " + line));
        }
    }
}
