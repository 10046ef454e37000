package io.whittle.graph.explain;

import io.whittle.graph.resolve.ProviderChoice;
import io.whittle.graph.resolve.Resolution;

import java.util.stream.Collectors;

/** Says why a provider was taken, where that is not plain. */
final class ChoiceWords {
    private ChoiceWords() {}

    /** What follows the provider's name; empty for one that the catalogue names first and nobody had to choose. */
    static String of(Resolution resolution, ProviderChoice choice) {
        String passedOver = String.join(" and ", choice.passedOver());
        return switch (choice.by()) {
            case PROFILE -> ", chosen by the profile" + (passedOver.isEmpty() ? "" : " before " + passedOver);
            case PREFERENCE ->
                passedOver.isEmpty()
                        ? ""
                        : ", since "
                                + choice.passedOver().stream()
                                        .map(other -> other + " is "
                                                + Explanation.of(resolution, other)
                                                        .text())
                                        .collect(Collectors.joining(" and "));
            case ANYWAY -> ", which is in anyway";
            case CLASH ->
                ", since " + passedOver + " would clash with what else is in; pin it with  choose: {"
                        + choice.capability() + ": " + choice.provider() + "}";
        };
    }
}
