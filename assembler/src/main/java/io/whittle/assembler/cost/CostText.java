package io.whittle.assembler.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Costs as tables for a console. */
public final class CostText {
    private CostText() {}

    /** Lines without their ends. Those that are in come first; within each table what counts most. */
    public static List<String> lines(Costs costs) {
        List<String> lines = new ArrayList<>();
        lines.add("cost of " + costs.profile() + " for " + costs.platform() + ": "
                + CostWords.bytes(costs.image().bytes()) + " on disk, "
                + CostWords.bytes(costs.image().archive()) + " to transfer as "
                + costs.format().word()
                + measured(costs) + "; " + CostWords.how(costs));
        table(costs, true, "leave out", "gives back", lines);
        table(costs, false, "add", "takes", lines);
        boolean shortened = costs.features().stream()
                .flatMap(cost -> cost.change().stream())
                .anyMatch(change -> !CostWords.shortly(change).equals(CostWords.along(change)));
        if (shortened) {
            lines.add("  " + Costs.JSON + " and " + Costs.MARKDOWN + " name all that goes or comes along");
        }
        costs.notes().forEach(note -> lines.add("  note: " + note));
        return lines;
    }

    private static String measured(Costs costs) {
        return costs.measured()
                .map(found -> ", " + CostWords.memory(found.memory()) + " of memory, started in "
                        + CostWords.start(found.start()))
                .orElse("");
    }

    private static void table(Costs costs, boolean in, String verb, String gives, List<String> lines) {
        boolean exact = costs.exact();
        boolean measured = costs.features().stream()
                .flatMap(cost -> cost.change().stream())
                .anyMatch(
                        change -> change.memory().isPresent() || change.start().isPresent());
        List<String[]> rows = new ArrayList<>();
        rows.add(row(verb, gives, "transfer", "estimated", "alone", "shared", "memory", "start", "along with it"));
        List<String> refused = new ArrayList<>();
        for (FeatureCost cost : costs.features()) {
            if (cost.in() == in) {
                cost.change()
                        .ifPresentOrElse(
                                change -> rows.add(row(cost, change)),
                                () -> refused.add("  " + cost.feature() + " cannot be "
                                        + (in ? "left out: " : "added: ")
                                        + cost.refused().orElse("")));
            }
        }
        if (rows.size() > 1) {
            lines.addAll(aligned(rows, exact, measured));
        }
        lines.addAll(refused);
    }

    private static String[] row(FeatureCost cost, Change change) {
        return row(
                cost.feature(),
                CostWords.bytes(change.weight().bytes()),
                CostWords.bytes(change.weight().archive()),
                weight(change.estimated()),
                weight(cost.alone()),
                weight(cost.shared()),
                number(change.memory(), CostWords.memory(change.memory())),
                number(change.start(), CostWords.start(change.start())),
                CostWords.shortly(change));
    }

    private static String weight(Optional<Weight> weight) {
        return weight.map(known -> CostWords.bytes(known.bytes())).orElse("");
    }

    private static String number(OptionalLong number, String text) {
        return number.isPresent() ? text : "-";
    }

    private static String[] row(String... cells) {
        return cells;
    }

    /** Numbers to the right, text to the left. */
    private static List<String> aligned(List<String[]> rows, boolean exact, boolean measured) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            Arrays.setAll(widths, at -> Math.max(widths[at], row[at].length()));
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int at = 0; at < columns; at++) {
                if (!exact && at == 3 || !measured && (at == 6 || at == 7)) {
                    continue;
                }
                String gap = " ".repeat(widths[at] - row[at].length());
                boolean isText = at == 0 || at == columns - 1;
                line.append(at == 0 ? " " : "  ").append(isText ? row[at] + gap : gap + row[at]);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
