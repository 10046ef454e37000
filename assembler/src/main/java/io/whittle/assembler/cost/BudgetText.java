package io.whittle.assembler.cost;

import io.whittle.graph.catalog.Platform;

/** A budget that is exceeded, in words. */
public final class BudgetText {
    private BudgetText() {}

    /**
     * What is wrong, and what gives most back.
     *
     * @param profile of the image
     * @param platform of the image
     * @param place of the limit in the catalogue
     */
    public static String fault(BudgetVerdict verdict, String profile, Platform platform, String place) {
        BudgetKind kind = verdict.kind();
        long measured = verdict.measured().orElseThrow();
        StringBuilder text =
                new StringBuilder("The image of " + profile + " for " + platform + " " + kind.takes(measured) + ", "
                        + kind.spell(measured - verdict.limit()) + " more than its budget: " + kind.word() + ": "
                        + verdict.written() + " (" + place + ").");
        if (!verdict.contributors().isEmpty()) {
            text.append("\n  Leaving out one of these gives most back:");
            for (BudgetVerdict.Contributor each : verdict.contributors()) {
                text.append("\n    ")
                        .append(each.feature())
                        .append(": ")
                        .append(kind.spell(each.givesBack()))
                        .append(each.with().isEmpty() ? "" : ", and with it goes " + String.join(", ", each.with()));
            }
        }
        verdict.unknown().ifPresent(why -> text.append("\n  ").append(why));
        return text.append("\n  Leave out what is not needed, or raise the budget. What every feature costs:"
                        + " mvn package whittle:cost -Dwhittle.profile=" + profile)
                .toString();
    }
}
