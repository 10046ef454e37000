package io.whittle.graph.explain;

import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.Explanation.Kind;
import io.whittle.graph.resolve.ProfileWord;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Requirement;

import java.util.List;
import java.util.stream.Collectors;

/** Finds the words for each reason. */
final class ReasonWords {
    private ReasonWords() {}

    static Explanation in(Reason.In reason, List<Requirement> chain) {
        if (reason instanceof Reason.AskedFor asked) {
            return Explanation.plain(Kind.ASKED_FOR, "asked for by " + asked.profile(), chain, reason)
                    .saidBy(asked.profile());
        }
        if (reason instanceof Reason.AskedForByAll all) {
            return Explanation.plain(Kind.ALL, "asked for by " + all.profile() + " (all)", chain, reason)
                    .saidBy(all.profile());
        }
        if (reason instanceof Reason.RequiredBy required) {
            return Explanation.plain(
                    Kind.REQUIRED, "required by " + required.by().feature(), chain, reason);
        }
        return Explanation.plain(Kind.BASE, "required by base", chain, reason);
    }

    static Explanation out(Reason.Out reason, Platform platform) {
        if (reason instanceof Reason.ExcludedBy exclusion) {
            return Explanation.plain(Kind.EXCLUDED, excluded(exclusion), List.of(), reason)
                    .saidBy(exclusion.profile())
                    .because(exclusion.because());
        }
        if (reason instanceof Reason.RequiresExcluded left) {
            String text = "left out since it needs " + steps(left.chain(), "needs") + ", " + excluded(left.exclusion());
            return Explanation.plain(Kind.REQUIRES_EXCLUDED, text, left.chain(), reason)
                    .saidBy(left.exclusion().profile())
                    .because(left.exclusion().because());
        }
        if (reason instanceof Reason.NotAvailable absent) {
            String text = "not available on " + platform + ", only where " + absent.where();
            return Explanation.plain(Kind.NOT_AVAILABLE, text, List.of(), reason)
                    .onlyWhere(absent.where());
        }
        if (reason instanceof Reason.RequiresUnavailable unavailable) {
            String text = "not available on " + platform + ": requires " + steps(unavailable.chain(), "requires")
                    + ", only where " + unavailable.missing().where();
            return Explanation.plain(Kind.REQUIRES_UNAVAILABLE, text, unavailable.chain(), reason)
                    .onlyWhere(unavailable.missing().where());
        }
        return notAskedFor((Reason.NotAskedFor) reason);
    }

    private static Explanation notAskedFor(Reason.NotAskedFor reason) {
        if (reason.elsewhere().isEmpty()) {
            return Explanation.plain(Kind.NOT_ASKED_FOR, "not asked for", List.of(), reason);
        }
        ProfileWord word = reason.elsewhere().get();
        String text = "not asked for here: " + word.profile() + " asks for it where "
                + word.word().when();
        return Explanation.plain(Kind.NOT_ASKED_FOR, text, List.of(), reason)
                .saidBy(word.profile())
                .onlyWhere(word.word().when());
    }

    private static String excluded(Reason.ExcludedBy exclusion) {
        return "excluded by " + exclusion.profile()
                + exclusion.because().map(because -> " (" + because + ")").orElse("");
    }

    private static String steps(List<Requirement> chain, String verb) {
        return chain.stream().map(Requirement::required).collect(Collectors.joining(", which " + verb + " "));
    }
}
