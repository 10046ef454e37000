package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.resolve.ProfileWord.Stance;
import io.whittle.graph.solve.Circles;
import io.whittle.graph.solve.PlatformGraph;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is legal and still worth a word. */
final class Warnings {
    private Warnings() {}

    static List<Notice> of(PlatformView view, AllExpansion all, SoftEdges soft) {
        Stream<Notice> circles = Circles.in(view.graph(), soft.in()).stream().map(circle -> circle(view, circle));
        Stream<Notice> words = view.named().values().stream().flatMap(word -> narrowed(view, word).stream());
        Stream<Notice> choices = view.chosen().values().stream()
                .filter(choice -> !ProviderChoices.isNeeded(
                        view.graph(), view.graph().capability(choice.capability()), soft.in()))
                // Of all, the choice says which provider is kept.
                .filter(choice -> all.leftOut().values().stream()
                        .noneMatch(leftOut -> leftOut.capability().equals(choice.capability())))
                .map(choice -> unneeded(view, choice));
        Stream<Notice> autos =
                view.named().values().stream().flatMap(word -> withoutTriggers(view, soft, word).stream());
        return Stream.of(circles, words, choices, autos)
                .flatMap(Function.identity())
                .toList();
    }

    private static Notice unneeded(PlatformView view, Statement.Chooses choice) {
        return new Notice(
                choice.place(),
                choice.profile() + " chooses " + choice.provider() + " for " + choice.capability()
                        + ", which nothing in "
                        + view.profile().name() + " needs on " + view.platform()
                        + ": it brings nothing in there; remove it, or give it a 'when' if it is for other platforms");
    }

    private static Optional<Notice> withoutTriggers(PlatformView view, SoftEdges soft, ProfileWord word) {
        List<String> missing = view.catalog().features().get(word.feature()).auto().stream()
                .map(Mention::text)
                .filter(trigger -> !soft.in().get(view.graph().feature(trigger)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(
                        word.place(),
                        word.feature() + " comes in by itself with the features under its 'auto', of which "
                                + Words.list(missing, "and") + (missing.size() == 1 ? " is" : " are")
                                + " out: it may have nothing to do; ask for "
                                + (missing.size() == 1 ? "that" : "those") + " too, or take " + word.feature()
                                + " out of 'include' of " + word.profile()));
    }

    /**
     * A child that repeats its parent's word with a {@code when} narrows nothing: where the {@code when} does not hold
     * the parent's word counts. Its author hardly meant that.
     */
    private static Optional<Notice> narrowed(PlatformView view, ProfileWord counting) {
        return view.profile().words().get(counting.feature()).stream()
                .takeWhile(word -> !word.equals(counting))
                .filter(word ->
                        word.stance() == Stance.INCLUDE && !word.profile().equals(counting.profile()))
                .findFirst()
                .map(word -> new Notice(word.place(), narrowedText(view, word, counting)));
    }

    private static String narrowedText(PlatformView view, ProfileWord word, ProfileWord counting) {
        return word.profile() + " asks for " + word.feature() + " only where "
                + word.word().when() + ", but "
                + counting.profile() + ", which it extends, asks for it on " + view.platform()
                + ", too: it is in\nto keep it out there, write instead, under 'exclude': {feature: " + word.feature()
                + ", when: " + new PlatformCondition.Not(word.word().when()) + "}";
    }

    private static Notice circle(PlatformView view, BitSet circle) {
        PlatformGraph graph = view.graph();
        List<String> names = circle.stream().mapToObj(graph::feature).toList();
        Requirement first = Contents.requirements(graph, names.get(0)).stream()
                .filter(edge -> circle.get(graph.feature(edge.required())))
                .findFirst()
                .orElseThrow();
        return new Notice(
                first.place(),
                Words.list(names, "and")
                        + " require one another in a circle: they are in together or out together;"
                        + " if that is not meant, take one of these 'requires' out");
    }
}
