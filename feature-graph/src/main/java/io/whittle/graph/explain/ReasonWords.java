package io.whittle.graph.explain;

import io.whittle.graph.explain.Explanation.Kind;
import io.whittle.graph.resolve.Need;
import io.whittle.graph.resolve.Obstacle;
import io.whittle.graph.resolve.ProfileWord;
import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Requirement;
import io.whittle.graph.resolve.Step;
import io.whittle.graph.resolve.Words;

import java.util.List;
import java.util.stream.Collectors;

/** Finds the words for each reason. */
final class ReasonWords {
    private ReasonWords() {}

    static Explanation in(Reason.In reason, List<Step> chain) {
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
        if (reason instanceof Reason.ProviderOf provider) {
            return provider(provider, chain);
        }
        if (reason instanceof Reason.RecommendedBy recommended) {
            return Explanation.plain(
                    Kind.RECOMMENDED, "recommended by " + recommended.by().feature(), chain, reason);
        }
        if (reason instanceof Reason.AutoSince auto) {
            return Explanation.plain(Kind.AUTO, auto(auto), chain, reason);
        }
        return Explanation.plain(Kind.BASE, "required by base", chain, reason);
    }

    static Explanation out(Reason.Out reason, String platform) {
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
        if (reason instanceof Reason.LeftOutForAnother leftOut) {
            return Explanation.plain(Kind.LEFT_OUT, leftOut(leftOut), List.of(), reason);
        }
        if (reason instanceof Reason.RequiresLeftOut requires) {
            String text =
                    "left out since it needs " + steps(requires.chain(), "needs") + ", " + leftOut(requires.leftOut());
            return Explanation.plain(Kind.REQUIRES_LEFT_OUT, text, requires.chain(), reason);
        }
        if (reason instanceof Reason.NeedsNobody nobody) {
            return Explanation.plain(Kind.NEEDS_NOBODY, needsNobody(nobody, platform), nobody.chain(), reason);
        }
        if (reason instanceof Reason.HeldOff held) {
            return Explanation.plain(Kind.HELD_OFF, heldOff(held, platform), List.of(), reason);
        }
        return notAskedFor((Reason.NotAskedFor) reason);
    }

    private static Explanation provider(Reason.ProviderOf provider, List<Step> chain) {
        Need need = provider.by().need();
        String text =
                "provider of " + need.capability() + " for " + need.feature().orElse("base");
        Explanation explanation = Explanation.plain(
                Kind.PROVIDER,
                text
                        + provider.chosen()
                                .map(choice -> ", chosen by " + choice.profile())
                                .orElse(""),
                chain,
                provider);
        return provider.chosen()
                .map(choice -> explanation.saidBy(choice.profile()))
                .orElse(explanation);
    }

    private static String auto(Reason.AutoSince auto) {
        List<String> triggers = auto.triggers();
        return "by itself, since " + Words.list(triggers, "and") + (triggers.size() == 1 ? " is in" : " are in");
    }

    private static String leftOut(Reason.LeftOutForAnother leftOut) {
        return "left out for " + leftOut.kept() + ", which provides " + leftOut.capability() + " (one at most)";
    }

    private static String needsNobody(Reason.NeedsNobody nobody, String platform) {
        String capability = nobody.need().capability();
        String needs = nobody.chain().isEmpty()
                ? "needs " + capability
                : "requires " + steps(nobody.chain(), "requires") + ", which needs " + capability;
        return nobody.onPlatform()
                ? "not available on " + platform + ": " + needs + ", of which no provider is available there"
                : "left out since it " + needs + ", of which no provider is left";
    }

    private static String heldOff(Reason.HeldOff held, String platform) {
        String wish = in(held.wish(), List.of()).text();
        return wish + ", but "
                + held.obstacle()
                        .map(obstacle -> obstacle(obstacle, platform))
                        .orElse("no choice of providers lets it in");
    }

    private static String obstacle(Obstacle obstacle, String platform) {
        if (obstacle instanceof Obstacle.Conflicting conflict) {
            return conflict.one() + " conflicts with " + conflict.other()
                    + conflict.because().map(because -> " (" + because + ")").orElse("");
        }
        if (obstacle instanceof Obstacle.BothProvide both) {
            return both.one() + " and " + both.other() + " both provide " + both.capability() + " (one at most)";
        }
        return obstacle instanceof Obstacle.Excluded out
                ? out.feature() + " is " + excluded(out.exclusion())
                : ((Obstacle.Unavailable) obstacle).feature() + " is not available on " + platform;
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
