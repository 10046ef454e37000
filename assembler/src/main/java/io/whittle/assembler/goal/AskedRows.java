package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.probe.Probe.Refused;
import io.whittle.assembler.probe.ProbedRow;
import io.whittle.assembler.probe.ProbedRow.Purpose;
import io.whittle.assembler.probe.ProbedRow.State;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.matrix.PairRow;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Rows that were planned, linked and asked, and what came of each. */
final class AskedRows {
    private final ProbeImages images;
    private final ProbeVerdicts verdicts;
    private final List<ProbedRow> probed = new ArrayList<>();
    private final Map<List<String>, List<String>> refused = new LinkedHashMap<>();

    AskedRows(ProbeImages images, ProbeVerdicts verdicts) {
        this.images = images;
        this.verdicts = verdicts;
    }

    /** Plans a row; empty when no image can be made of it, which is kept. */
    Optional<PlannedRow> plan(PairRow row, Purpose purpose, FeatureCatalog catalog, Resolution resolution)
            throws IOException {
        try {
            return Optional.of(images.plan(catalog, resolution));
        } catch (LinkException cannot) {
            refuse(row, purpose, cannot);
            return Optional.empty();
        }
    }

    /** Asks the image of a row, and tells what came of it in a few words. */
    String ask(PairRow row, PlannedRow planned, Purpose purpose, FeatureCatalog catalog, SortedSet<String> checks)
            throws IOException, InterruptedException {
        List<CheckResult> results;
        try {
            results = images.ask(catalog, planned, checks);
        } catch (LinkException cannot) {
            refuse(row, purpose, cannot);
            return row.profile() + ": cannot be linked";
        }
        verdicts.add(planned.resolution(), results);
        int failed = (int)
                results.stream().filter(result -> result.outcome().isFailure()).count();
        int passed = results.size() - failed;
        Optional<String> like = Optional.of(images.firstLike(planned)).filter(other -> !other.equals(row.profile()));
        probed.add(new ProbedRow(row, purpose, State.ASKED, like, passed, failed));
        String counts = results.isEmpty()
                ? "nothing to ask"
                : passed + " passed" + (failed > 0 ? ", " + failed + " failed" : "");
        int in = row.include().size();
        return row.profile() + ": " + in + (in == 1 ? " feature in, " : " features in, ") + counts;
    }

    /** How far a row of these very features came; empty where none began. */
    Optional<State> state(PairRow row) {
        return probed.stream()
                .filter(each -> each.state() != State.NOT_RUN)
                .filter(each -> each.row().include().equals(row.include())
                        && each.row().exclude().equals(row.exclude()))
                .map(ProbedRow::state)
                .findFirst();
    }

    /** A budget ended before the row. */
    void leave(PairRow row) {
        probed.add(ProbedRow.without(row, Purpose.PAIRS, State.NOT_RUN));
    }

    private void refuse(PairRow row, Purpose purpose, LinkException cannot) {
        probed.add(ProbedRow.without(row, purpose, State.REFUSED));
        refused.computeIfAbsent(cannot.faults(), none -> new ArrayList<>()).add(row.profile());
    }

    /** Every row so far. */
    List<ProbedRow> probed() {
        return List.copyOf(probed);
    }

    /** Those that were asked. */
    List<PairRow> asked() {
        return probed.stream()
                .filter(row -> row.state() == State.ASKED)
                .map(ProbedRow::row)
                .toList();
    }

    /** Those of which no image can be made. */
    List<Refused> refused() {
        return refused.entrySet().stream()
                .map(entry -> new Refused(entry.getValue(), entry.getKey()))
                .toList();
    }
}
