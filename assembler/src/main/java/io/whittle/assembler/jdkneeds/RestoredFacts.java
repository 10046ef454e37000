package io.whittle.assembler.jdkneeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Facts of one kind, each with the module that brings it: java.base where it has the fact alone, or else the first with which
 * it came back.
 */
final class RestoredFacts {
    private final Map<String, String> modules = new LinkedHashMap<>();

    RestoredFacts(Transcript transcript, String kind) {
        add(transcript, Interviewer.BASE, kind, Interviewer.BASE);
        for (String run : transcript.runs().keySet()) {
            if (run.startsWith(Interviewer.BASE + ",")) {
                add(transcript, run, kind, run.substring(Interviewer.BASE.length() + 1));
            }
        }
    }

    private void add(Transcript transcript, String run, String kind, String module) {
        for (List<String> words : transcript.facts(run, kind)) {
            modules.putIfAbsent(words.get(0), module);
        }
    }

    /** The module that brings a fact; empty for one that is nowhere. */
    Optional<String> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** Every module that it takes to have them all. */
    SortedSet<String> modules() {
        return new TreeSet<>(modules.values());
    }
}
