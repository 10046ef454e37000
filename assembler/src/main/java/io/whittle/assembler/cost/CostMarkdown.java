package io.whittle.assembler.cost;

import java.util.List;
import java.util.Optional;

import static io.whittle.assembler.text.MarkdownText.code;
import static io.whittle.assembler.text.MarkdownText.prose;

/** Costs in GitHub's Markdown, for the summary of a CI job. */
public final class CostMarkdown {
    private CostMarkdown() {}

    /** The tables; lines end with {@code \n}. */
    public static String write(Costs costs) {
        StringBuilder text = new StringBuilder();
        text.append("## What features cost in ")
                .append(prose(costs.profile()))
                .append(" for ")
                .append(prose(costs.platform().toString()))
                .append("\n\n")
                .append(CostWords.bytes(costs.image().bytes()))
                .append(" on disk, ")
                .append(CostWords.bytes(costs.image().archive()))
                .append(" to transfer as ")
                .append(code(costs.format().word()))
                .append("; ")
                .append(CostWords.how(costs))
                .append(".\n");
        table(costs, true, "In: what leaving each out gives back", text);
        table(costs, false, "Out: what adding each takes", text);
        if (!costs.notes().isEmpty()) {
            text.append('\n');
            costs.notes().forEach(note -> text.append("- ").append(prose(note)).append('\n'));
        }
        return text.toString();
    }

    private static void table(Costs costs, boolean in, String headline, StringBuilder text) {
        List<FeatureCost> features =
                costs.features().stream().filter(cost -> cost.in() == in).toList();
        if (features.isEmpty()) {
            return;
        }
        text.append("\n### ")
                .append(headline)
                .append("\n\n| feature | on disk | to transfer | alone | shared | memory | start | along with it |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|---|\n");
        for (FeatureCost cost : features) {
            text.append("| ").append(code(cost.feature())).append(" | ");
            cost.change()
                    .ifPresentOrElse(
                            change -> text.append(
                                            CostWords.bytes(change.weight().bytes()))
                                    .append(" | ")
                                    .append(CostWords.bytes(change.weight().archive())),
                            () -> text.append(" | "));
            text.append(" | ")
                    .append(weight(cost.alone()))
                    .append(" | ")
                    .append(weight(cost.shared()))
                    .append(" | ")
                    .append(cost.change()
                            .map(change -> CostWords.memory(change.memory()))
                            .orElse(""))
                    .append(" | ")
                    .append(cost.change()
                            .map(change -> CostWords.start(change.start()))
                            .orElse(""))
                    .append(" | ")
                    .append(prose(cost.change()
                            .map(CostWords::along)
                            .orElse(cost.refused()
                                    .map(why -> "cannot be: " + why)
                                    .orElse(""))))
                    .append(" |\n");
        }
    }

    private static String weight(Optional<Weight> weight) {
        return weight.map(known -> CostWords.bytes(known.bytes())).orElse("");
    }
}
