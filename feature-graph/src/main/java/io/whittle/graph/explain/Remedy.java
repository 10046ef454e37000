package io.whittle.graph.explain;

import io.whittle.graph.resolve.Alternative;
import io.whittle.graph.resolve.Edit;
import io.whittle.graph.resolve.EditText;
import io.whittle.graph.resolve.Fault;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Statement;
import io.whittle.graph.resolve.UnresolvableException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What to change in a profile, and what else that changes: it has been tried.
 *
 * @param edits to the profile; of one that is refused, those that were tried
 * @param oneOfSeveral whether other edits would do as well
 * @param goes by name: what is in now and would be out, beside what the edits name
 * @param comes by name: what is out now and would be in, and why
 * @param refused why it cannot be had; empty when it can
 */
public record Remedy(
        List<Edit> edits,
        boolean oneOfSeveral,
        SortedSet<String> goes,
        SortedMap<String, Explanation> comes,
        Optional<UnresolvableException> refused) {
    public Remedy {
        edits = List.copyOf(edits);
        goes = Collections.unmodifiableSortedSet(new TreeSet<>(goes));
        comes = Collections.unmodifiableSortedMap(new TreeMap<>(comes));
    }

    /**
     * Holds an alternative against what is now. Linear in the features.
     *
     * @param about the features that it was to keep out, or to bring in
     */
    public static Remedy of(Resolution now, Alternative alternative, Set<String> about) {
        SortedSet<String> goes = new TreeSet<>();
        SortedMap<String, Explanation> comes = new TreeMap<>();
        alternative.then().ifPresent(then -> {
            goes.addAll(now.in());
            goes.removeAll(then.in());
            goes.removeAll(about);
            alternative.edits().forEach(edit -> goes.remove(EditText.subject(edit)));
            for (String feature : then.in()) {
                if (now.out().contains(feature) && !about.contains(feature)) {
                    comes.put(feature, Explanation.of(then, feature));
                }
            }
        });
        return new Remedy(alternative.edits(), alternative.oneOfSeveral(), goes, comes, alternative.refused());
    }

    /** Whether it can be had. */
    public boolean isPossible() {
        return refused.isEmpty();
    }

    /** In words: the edits, what comes, what goes; or why it cannot be had. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (isBaseAgainstIt()) {
            lines.add("no profile can: base does not do without it");
            return lines;
        }
        if (refused.isPresent()) {
            lines.addAll(EditText.tried(edits));
            refused.get().faults().stream()
                    .flatMap(fault -> refused.get().text(fault).lines())
                    .forEach(line -> lines.add("  " + line));
            return lines;
        }
        // All of them are to be made; the lines under a clash are alternatives, and say "or".
        for (String line : EditText.lines(edits)) {
            lines.add(lines.isEmpty() ? line : "and " + line);
        }
        if (oneOfSeveral) {
            lines.add("(one way of several)");
        }
        comes.forEach((feature, why) -> lines.add("then " + feature + " comes in: " + why.text()));
        if (!goes.isEmpty()) {
            lines.add((goes.size() == 1 ? "also goes: " : "also go: ") + String.join(", ", goes));
        }
        return lines;
    }

    /** Whether nothing but the edits themselves clashes with what base needs. */
    private boolean isBaseAgainstIt() {
        return refused.isPresent()
                && refused.get().faults().stream()
                        .anyMatch(fault -> fault instanceof Fault.Clash clash
                                && clash.statements().stream()
                                        .allMatch(statement -> statement instanceof Statement.Excludes excludes
                                                && edits.contains(new Edit.Exclude(
                                                        excludes.word().feature(),
                                                        excludes.word().profile()))));
    }

    /** Equal for remedies that are the same but for the platform. */
    public List<Object> sameness() {
        return List.of(
                edits, oneOfSeveral, goes, comes, refused.map(Refusal::causes).orElse(List.of()));
    }
}
