package io.whittle.assembler.goal;

import io.whittle.assembler.cost.BudgetKind;
import io.whittle.assembler.cost.BudgetText;
import io.whittle.assembler.cost.BudgetVerdict;
import io.whittle.assembler.cost.BudgetsFile;
import io.whittle.assembler.cost.Contributors;
import io.whittle.assembler.cost.Costs;
import io.whittle.assembler.cost.StrictestBudgets;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.plan.LinkException;
import io.whittle.graph.catalog.Budget;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds images against the budgets of their profiles, writes what came of it beside each, and keeps every fault until all can be told at once. */
final class HeldBudgets {
    private final LinkRequest request;
    private final LinkedImages linked;
    private final Progress progress;
    private final List<String> faults = new ArrayList<>();
    private Optional<FeatureCosts> costs = Optional.empty();

    HeldBudgets(LinkRequest request, LinkedImages linked, Progress progress) {
        this.request = request;
        this.linked = linked;
        this.progress = progress;
    }

    /**
     * Holds an image, by default with archives as they are usual on its platform. What it exceeds costs an estimate of what features give
     * back.
     *
     * @param measured by budget, of those that are held now; empty where that was not measured
     */
    void hold(ImageReport image, Map<BudgetKind, OptionalLong> measured)
            throws GoalException, IOException, InterruptedException {
        hold(image, measured, ArchiveFormat.usualOn(image.plan().platform().os()));
    }

    /** The same, with archives of this format. */
    void hold(ImageReport image, Map<BudgetKind, OptionalLong> measured, ArchiveFormat format)
            throws GoalException, IOException, InterruptedException {
        SortedMap<String, Budget> budgets = budgets(image);
        BudgetsFile file = new BudgetsFile(image.image().getParent());
        if (budgets.isEmpty()) {
            file.clear();
            return;
        }
        List<BudgetVerdict> verdicts = new ArrayList<>();
        for (Map.Entry<BudgetKind, OptionalLong> entry : new TreeMap<>(measured).entrySet()) {
            Budget budget = budgets.get(entry.getKey().word());
            if (budget != null) {
                verdicts.add(verdict(image, entry.getKey(), budget, entry.getValue(), format));
            }
        }
        file.put(image.plan().profile(), image.plan().platform(), image.planHash(), limits(budgets), verdicts);
    }

    /** Warns of a budget that the goal does not hold, where an image has it and it is not held yet. */
    void warnUnheld(BudgetKind kind, String goal) throws IOException {
        for (ImageReport image : linked.each()) {
            Budget budget = budgets(image).get(kind.word());
            if (budget != null
                    && !new BudgetsFile(image.image().getParent()).holds(kind, budget.amount(), image.planHash())) {
                progress.warn("The budget " + kind.word() + ": " + budget.limit() + " of " + name(image) + " ("
                        + linked.catalog().source().at(budget.limit().place()) + ") is not held by " + goal + ".\n"
                        + "  Hold it: mvn package " + kind.holder() + " -Dwhittle.profile="
                        + image.plan().profile());
            }
        }
    }

    private static Map<String, Long> limits(SortedMap<String, Budget> budgets) {
        return budgets.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().amount()));
    }

    private SortedMap<String, Budget> budgets(ImageReport image) {
        return StrictestBudgets.of(linked.asked().standsFor(image.resolution()).stream()
                .map(Resolution::profile)
                .toList());
    }

    /** Every budget that is exceeded so far. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private BudgetVerdict verdict(
            ImageReport image, BudgetKind kind, Budget budget, OptionalLong measured, ArchiveFormat format)
            throws GoalException, IOException, InterruptedException {
        BudgetVerdict verdict =
                new BudgetVerdict(kind, budget.limit(), budget.amount(), measured, List.of(), Optional.empty());
        if (verdict.isExceeded()) {
            BudgetVerdict told = withContributors(verdict, image, format);
            faults.add(BudgetText.fault(
                    told,
                    image.plan().profile(),
                    image.plan().platform(),
                    linked.catalog().source().at(budget.limit().place())));
            return told;
        }
        progress.say("  budget of " + name(image) + ": " + verdict.line());
        return verdict;
    }

    private BudgetVerdict withContributors(BudgetVerdict verdict, ImageReport image, ArchiveFormat format)
            throws GoalException, IOException, InterruptedException {
        try {
            if (costs.isEmpty()) {
                costs = Optional.of(new FeatureCosts(request, linked.catalog(), progress));
            }
            Costs told = costs.get()
                    .of(
                            image.resolution(),
                            Set.of(),
                            linked.jdks().on(image.plan().platform()),
                            format,
                            false);
            return with(
                    verdict,
                    Contributors.of(told, verdict.kind()),
                    Contributors.areAllKnown(told, verdict.kind())
                            ? Optional.empty()
                            : Optional.of(
                                    "What a feature takes of that is known only where an image without it stands with its"
                                            + " checks: link and check a profile without it."));
        } catch (LinkException cannot) {
            return with(
                    verdict, List.of(), Optional.of("What features give back cannot be told: " + cannot.getMessage()));
        }
    }

    private static BudgetVerdict with(
            BudgetVerdict verdict, List<BudgetVerdict.Contributor> contributors, Optional<String> unknown) {
        return new BudgetVerdict(
                verdict.kind(), verdict.written(), verdict.limit(), verdict.measured(), contributors, unknown);
    }

    private static String name(ImageReport image) {
        return image.plan().profile() + " for " + image.plan().platform();
    }
}
