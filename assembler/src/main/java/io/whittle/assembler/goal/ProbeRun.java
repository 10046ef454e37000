package io.whittle.assembler.goal;

import io.whittle.assembler.check.CheckResult;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.probe.Coverage;
import io.whittle.assembler.probe.Mends;
import io.whittle.assembler.probe.Probe;
import io.whittle.assembler.probe.Probe.LeftOut;
import io.whittle.assembler.probe.Probe.Limit;
import io.whittle.assembler.probe.ProbedRow.Purpose;
import io.whittle.assembler.probe.ProbedRow.State;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.matrix.PairRow;
import io.whittle.graph.matrix.PairRows;
import io.whittle.graph.matrix.RowProfiles;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks the superset, then the rows, the small ones first, then what tells suspects apart. */
final class ProbeRun {
    private final PairRows rows;
    private final String prefix;
    private final FeatureCatalog catalog;
    private final Resolution superset;
    private final ProbeImages images;
    private final ProbeBudget budget;
    private final Progress progress;
    private final ProbeVerdicts verdicts = new ProbeVerdicts();
    private final AskedRows asked;
    private final SortedSet<String> checks;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /**
     * A run of rows.
     *
     * @param prefix what names of rows begin with
     */
    ProbeRun(
            PairRows rows,
            String prefix,
            Resolution superset,
            ProbeImages images,
            ProbeBudget budget,
            Progress progress) {
        this.rows = rows;
        this.prefix = prefix;
        this.catalog = rows.catalog();
        this.superset = superset;
        this.images = images;
        this.budget = budget;
        this.progress = progress;
        this.asked = new AskedRows(images, verdicts);
        this.checks = new TreeSet<>(catalog.checks().keySet());
    }

    Probe run() throws GoalException, IOException, InterruptedException {
        Map<PairRow, PlannedRow> planned = new LinkedHashMap<>();
        try {
            PlannedRow full = images.plan(catalog, superset);
            for (PairRow row : rows.rows()) {
                asked.plan(row, Purpose.PAIRS, catalog, rows.resolve(row)).ifPresent(plan -> planned.put(row, plan));
            }
            askSuperset(full);
        } catch (LinkException cannot) {
            String head = "No image of " + superset.profile().name() + " for " + superset.platform()
                    + ", which is asked first:";
            throw new GoalException(
                    Stream.concat(Stream.of(head), cannot.faults().stream()).toList());
        }
        Optional<Limit> ended = askRows(planned);
        SuspectTrials trials = new SuspectTrials(verdicts, new SupersetWithout(catalog, superset, rows.features()));
        ended = ended.or(() -> rows.covered() < rows.feasible() ? Optional.of(Limit.ROWS) : Optional.empty());
        Optional<Limit> endedTrials = tellApart(trials);
        return new Probe(
                superset.profile().name(),
                superset.platform(),
                Coverage.of(rows, asked.asked()),
                asked.probed(),
                ended.or(() -> endedTrials),
                leftOut,
                neverAsked(),
                trials.findings(new Mends(catalog)),
                asked.refused());
    }

    private void askSuperset(PlannedRow full) throws LinkException, IOException, InterruptedException {
        progress.say("asking " + full.name() + ", which has what checks may need");
        List<CheckResult> passed = new ArrayList<>();
        for (CheckResult result : images.ask(catalog, full, checks)) {
            if (result.outcome().isFailure()) {
                leftOut.add(
                        new LeftOut(result.name(), "in " + full.name(), ProbeVerdicts.failure(full.name(), result)));
                progress.warn(
                        result.name() + " fails in " + full.name() + ", where nothing is missing: it is left out.\n"
                                + "  Mend that first: mvn package whittle:check -Dwhittle.profile=" + full.name()
                                + " -Dwhittle.check=" + result.name());
            } else {
                passed.add(result);
            }
        }
        leftOut.forEach(left -> checks.remove(left.check()));
        verdicts.add(superset, passed);
        images.learn(passed);
        progress.say(full.name() + ": " + passed.size() + " passed");
    }

    private Optional<Limit> askRows(Map<PairRow, PlannedRow> planned) throws IOException, InterruptedException {
        int done = 0;
        Optional<Limit> ended = Optional.empty();
        for (Map.Entry<PairRow, PlannedRow> entry : planned.entrySet()) {
            ended = ended.or(budget::ended);
            if (ended.isPresent()) {
                asked.leave(entry.getKey());
                continue;
            }
            String told = asked.ask(entry.getKey(), entry.getValue(), Purpose.PAIRS, catalog, checks);
            budget.count();
            done++;
            progress.say(
                    told + " (" + done + " of " + planned.size() + " rows" + budget.left(planned.size() - done) + ")");
        }
        return ended;
    }

    private Optional<Limit> tellApart(SuspectTrials trials) throws IOException, InterruptedException {
        int number = rows.rows().size();
        for (Optional<SortedSet<String>> next = trials.next(); next.isPresent(); next = trials.next()) {
            if (budget.ended().isPresent()) {
                return budget.ended();
            }
            SortedSet<String> features = next.get();
            PairRow row = trials.row(prefix + (number + 1), features);
            Optional<State> before = asked.state(row);
            if (before.isEmpty()) {
                number++;
            }
            if (before.isPresent() ? before.get() == State.ASKED : tryWithout(row, features)) {
                trials.done(features);
            } else {
                trials.cannot(features);
            }
        }
        return Optional.empty();
    }

    /** Whether an image without the features was asked. */
    private boolean tryWithout(PairRow row, SortedSet<String> features) throws IOException, InterruptedException {
        FeatureCatalog more = RowProfiles.added(catalog, List.of(row));
        Resolution resolution;
        try {
            resolution = Resolver.resolve(more, new Request(row.profile(), superset.platform()));
        } catch (UnresolvableException impossible) {
            progress.detail(row.profile() + " cannot be had, so it tells nothing");
            return false;
        }
        Optional<PlannedRow> planned = resolution.out().containsAll(features)
                ? asked.plan(row, Purpose.SUSPECTS, more, resolution)
                : Optional.empty();
        if (planned.isPresent()) {
            // All of them: in a large image many are applicable that few small ones could be asked.
            String told = asked.ask(row, planned.get(), Purpose.SUSPECTS, more, checks);
            budget.count();
            progress.say(told + " (" + superset.profile().name() + " without " + String.join(", ", features)
                    + ", to tell suspects apart)");
        }
        return asked.state(row).filter(state -> state == State.ASKED).isPresent();
    }

    private SortedSet<String> neverAsked() {
        SortedSet<String> never = new TreeSet<>(checks);
        never.removeAll(verdicts.askedBeside(superset.profile().name()));
        return never;
    }
}
