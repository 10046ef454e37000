package io.whittle.graph.edit;

import io.whittle.graph.catalog.FeatureCatalog;

import java.util.List;

/** What a catalogue says, wherever in the file: one line for each part of it. */
final class Saying {
    private Saying() {}

    static String of(FeatureCatalog catalog) {
        return String.join(
                        "\n",
                        List.of(
                                catalog.name().toString(),
                                catalog.base().toString(),
                                catalog.features().toString().replace("], f", "],\nf"),
                                catalog.capabilities().toString(),
                                catalog.image().toString(),
                                catalog.profiles().toString(),
                                catalog.checks().toString(),
                                catalog.tags().toString()))
                .replaceAll("\\b\\d+:\\d+\\b", "?");
    }
}
