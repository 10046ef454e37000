package io.whittle.assembler.diff;

import io.whittle.assembler.lock.Change;
import io.whittle.assembler.lock.LockedOrigin;
import io.whittle.assembler.text.ByteCount;
import io.whittle.assembler.text.Printable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Differences as lines: {@code +} for what is new, {@code -} for what is gone, {@code !} for what is other. No size of an
 * image is among them.
 */
final class DiffLines {
    private final List<String> lines = new ArrayList<>();

    private DiffLines() {}

    static List<String> of(ImageDiff image) {
        DiffLines lines = new DiffLines();
        image.features().forEach(lines::feature);
        image.reasons()
                .forEach(change -> lines.add("! " + change.name() + ": "
                        + change.after().get().reason() + " (was: "
                        + change.before().get().reason() + ")"));
        image.jdk()
                .ifPresent(jdk -> lines.add("! jdk " + jdk.before().get().words() + " -> "
                        + jdk.after().get().words()));
        image.options().forEach(option -> lines.item("option " + option.name(), option.before(), option.after()));
        lines.origins("module", image.modules());
        lines.origins("jar", image.artifacts());
        image.costs().stream()
                .sorted(Comparator.comparingLong(DiffLines::byWhat).reversed().thenComparing(Change::name))
                .forEach(lines::cost);
        image.budgets().forEach(lines::budget);
        return lines.lines;
    }

    /** What a catalogue says otherwise. */
    static List<String> of(List<Diff.SubjectDiff> subjects) {
        DiffLines lines = new DiffLines();
        for (Diff.SubjectDiff each : subjects) {
            switch (each.presence()) {
                case NEW -> lines.add("+ " + each.subject() + all(each.added()));
                case GONE -> lines.add("- " + each.subject() + all(each.gone()));
                default -> {
                    each.gone().forEach(said -> lines.add("- " + each.subject() + ": " + said));
                    each.added().forEach(said -> lines.add("+ " + each.subject() + ": " + said));
                }
            }
        }
        return lines.lines;
    }

    /** Findings, the new ones first. */
    static List<String> findings(Diff diff) {
        DiffLines lines = new DiffLines();
        diff.newFindings().forEach((finding, words) -> lines.add("+ " + FindingWords.of(finding, words)));
        diff.goneFindings().forEach((finding, words) -> lines.add("- " + FindingWords.of(finding, words)));
        return lines.lines;
    }

    private void feature(Change<Standing> change) {
        boolean in = change.after().map(Standing::in).orElse(false);
        String now = change.after().map(Standing::reason).orElse("");
        String was = change.before().map(Standing::reason).orElse("");
        add((in ? "+ " : "- ")
                + change.name()
                + (now.isEmpty() ? "" : ": " + now)
                + (was.isEmpty() ? "" : " (was " + (in ? "out" : "in") + ": " + was + ")"));
    }

    private void item(String name, Optional<String> before, Optional<String> after) {
        if (before.isPresent() && after.isPresent()) {
            add("! " + name + ": " + before.get() + " -> " + after.get());
        } else {
            before.ifPresent(value -> add("- " + name + ": " + value));
            after.ifPresent(value -> add("+ " + name + ": " + value));
        }
    }

    private void origins(String word, List<Change<LockedOrigin>> changes) {
        List<String> sameVersion = new ArrayList<>();
        for (Change<LockedOrigin> change : changes) {
            Optional<String> before = change.before().map(DiffLines::coordinates);
            Optional<String> after = change.after().map(DiffLines::coordinates);
            if (before.equals(after)) {
                sameVersion.add(change.name());
            } else {
                item(word + " " + change.name(), before, after);
            }
        }
        if (!sameVersion.isEmpty()) {
            add("! " + word + (sameVersion.size() == 1 ? "" : "s") + " of the same version with other bytes: "
                    + String.join(", ", sameVersion));
        }
    }

    private static String coordinates(LockedOrigin origin) {
        return origin instanceof LockedOrigin.OfDependency dependency ? dependency.artifact() : origin.words();
    }

    private static long byWhat(Change<Long> cost) {
        return Math.abs(cost.after().orElse(0L) - cost.before().orElse(0L));
    }

    private void cost(Change<Long> cost) {
        if (cost.before().isPresent() && cost.after().isPresent()) {
            add("! cost of " + cost.name() + ": "
                    + DiffWords.moved(cost.before().get(), cost.after().get()));
        } else {
            item(
                    "cost of " + cost.name(),
                    cost.before().map(ByteCount::spell),
                    cost.after().map(ByteCount::spell));
        }
    }

    private void budget(Change<BudgetState> budget) {
        item(
                "budget " + budget.name(),
                budget.before().map(state -> spell(budget.name(), state)),
                budget.after().map(state -> spell(budget.name(), state)));
    }

    private static String spell(String budget, BudgetState state) {
        return amount(budget, state.limit())
                + state.measured()
                        .map(measured ->
                                ", measured " + amount(budget, measured) + (state.isKept() ? "" : ": exceeded"))
                        .orElse("");
    }

    private static String amount(String budget, long amount) {
        return budget.equals("start") ? amount + " ms" : ByteCount.spell(amount);
    }

    private static String all(Iterable<String> statements) {
        String joined = String.join("; ", statements);
        return joined.isEmpty() ? "" : ": " + joined;
    }

    private void add(String line) {
        lines.add(Printable.of(line));
    }
}
