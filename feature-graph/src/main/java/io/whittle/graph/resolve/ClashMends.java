package io.whittle.graph.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What may mend a clash, in lines that are joined by "or". They rest on the clash alone and have not been tried: a parent's word
 * that stands behind a child's, another feature that is absent, or base can keep the clash up.
 */
final class ClashMends {
    private final Fault.Clash clash;
    private final ClashParts parts;

    private ClashMends(Fault.Clash clash) {
        this.clash = clash;
        this.parts = ClashParts.of(clash);
    }

    static List<String> of(Fault.Clash clash) {
        return new ClashMends(clash).lines();
    }

    private List<String> lines() {
        List<String> mends = new ArrayList<>();
        parts.excludes()
                .forEach(excludes -> mends.add("take " + excludes.word().feature() + " out of 'exclude' of "
                        + excludes.word().profile()));
        if (parts.unavailable().isEmpty()) {
            mends.addAll(askLess());
        } else {
            parts.unavailable().forEach(unavailable -> mends.addAll(onlyThere(unavailable)));
        }
        if (parts.unavailable().isEmpty()) {
            requiredByBase().forEach(feature -> mends.add("take " + feature + " out of 'requires' of base"));
        }
        parts.chooses()
                .forEach(choice -> mends.add("choose another provider of " + choice.capability() + " in "
                        + choice.profile() + ", or let it be chosen"));
        if (mends.isEmpty()) {
            mends.add("mend the catalogue: take out one of the edges named here, or give it a 'when'");
        }
        List<String> lines = new ArrayList<>();
        for (String mend : mends) {
            lines.add(lines.isEmpty() ? mend : (mend.startsWith("if ") ? "or, " : "or ") + mend);
        }
        return lines;
    }

    /** Takes features out of the lists that ask for them; of several that clash with one another, one is enough. */
    private List<String> askLess() {
        List<String> mends = new ArrayList<>();
        boolean oneIsEnough = parts.asks().size() > 1;
        SortedMap<String, List<String>> named = new TreeMap<>();
        SortedMap<String, List<String>> byAll = new TreeMap<>();
        Stream.concat(parts.asks().stream(), clash.alike().stream().filter(ClashParts::isAsking))
                .forEach(asking -> (asking instanceof Statement.Asks ? named : byAll)
                        .computeIfAbsent(ClashParts.profile(asking), profile -> new ArrayList<>())
                        .add(ClashParts.feature(asking)));
        named.forEach((profile, features) ->
                mends.add("take " + some(features, oneIsEnough) + " out of 'include' of " + profile));
        byAll.forEach((profile, features) -> mends.add("leave " + some(features, oneIsEnough) + " out of all: write "
                + (oneIsEnough || features.size() == 1
                        ? "exclude: {" + features.get(features.size() - 1) + ": why}"
                        : "exclude: [" + String.join(", ", features) + "]")
                + " in " + clash.profile()));
        return mends;
    }

    private static String some(List<String> features, boolean oneIsEnough) {
        return Words.list(features.stream().sorted().toList(), oneIsEnough ? "or" : "and");
    }

    private List<String> onlyThere(Statement.NotAvailable unavailable) {
        String where = unavailable.where().toString();
        List<String> mends = new ArrayList<>();
        List<String> named = Stream.concat(parts.asks().stream(), clash.alike().stream())
                .filter(Statement.Asks.class::isInstance)
                .map(ClashParts::feature)
                .sorted()
                .toList();
        if (named.isEmpty() && parts.asks().isEmpty()) {
            requiredByBase()
                    .forEach(feature ->
                            mends.add("let base require " + feature + " only there: " + entry(feature, where)));
        }
        if (!named.isEmpty()) {
            mends.add("ask for " + Words.list(named, "and") + " only there: "
                    + Words.list(named.stream().map(name -> entry(name, where)).toList(), "and"));
        }
        requirer(unavailable.feature())
                .forEach(owner -> mends.add("if " + owner + " works without " + unavailable.feature()
                        + " elsewhere, let it require " + unavailable.feature() + " only there: "
                        + entry(unavailable.feature(), where)));
        return mends;
    }

    private List<String> requiredByBase() {
        return requirements()
                .filter(requires -> requires.feature().isEmpty())
                .map(Proof.Premise.Requires::required)
                .distinct()
                .toList();
    }

    /** The requirements that the proof rests on. */
    private Stream<Proof.Premise.Requires> requirements() {
        return clash.proof().stream()
                .flatMap(proof -> proof.sentences().stream())
                .flatMap(sentence -> sentence.because().stream())
                .filter(Proof.Premise.Requires.class::isInstance)
                .map(Proof.Premise.Requires.class::cast);
    }

    /** Who requires the feature, as the proof tells it. */
    private List<String> requirer(String feature) {
        return requirements()
                .filter(requires -> requires.required().equals(feature))
                .flatMap(requires -> requires.feature().stream())
                .distinct()
                .toList();
    }

    private static String entry(String feature, String where) {
        return "{feature: " + feature + ", when: " + where + "}";
    }
}
