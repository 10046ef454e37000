package io.whittle.assembler.audit;

import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Images by their profile. */
final class BiteText {
    private BiteText() {}

    /** The platforms of each profile, in the order in which they come. */
    static SortedMap<String, List<String>> byProfile(Collection<Bite> bites) {
        SortedMap<String, List<String>> platforms = new TreeMap<>();
        bites.forEach(bite -> platforms
                .computeIfAbsent(bite.profile(), profile -> new ArrayList<>())
                .add(bite.platform().toString()));
        return platforms;
    }

    /** {@code minimal on linux/amd64 and linux/arm64; field on linux/amd64}; nothing for no images. */
    static String of(Collection<Bite> bites) {
        return byProfile(bites).entrySet().stream()
                .map(entry -> entry.getKey() + " on " + Words.fewOf(entry.getValue(), "and"))
                .collect(Collectors.joining("; "));
    }
}
