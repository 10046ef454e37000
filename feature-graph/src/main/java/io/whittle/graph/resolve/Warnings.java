package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Notice;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.resolve.ProfileWord.Stance;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What is legal and still worth a word. */
final class Warnings {
    private Warnings() {}

    static List<Notice> of(PlatformView view, List<SortedSet<String>> circlesIn) {
        Stream<Notice> circles = circlesIn.stream().map(circle -> circle(view, circle));
        Stream<Notice> words = view.named().values().stream().flatMap(word -> narrowed(view, word).stream());
        return Stream.concat(circles, words).toList();
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

    private static Notice circle(PlatformView view, SortedSet<String> circle) {
        Requirement first = view.requirements().of(circle.first()).stream()
                .filter(edge -> circle.contains(edge.required()))
                .findFirst()
                .orElseThrow();
        return new Notice(
                first.place(),
                Words.list(List.copyOf(circle), "and")
                        + " require one another in a circle: they are in together or out together;"
                        + " if that is not meant, take one of these 'requires' out");
    }
}
