package io.whittle.assembler.goal;

import io.whittle.assembler.probe.Failure;
import io.whittle.assembler.probe.Finding;
import io.whittle.assembler.probe.Finding.Wanted;
import io.whittle.assembler.probe.Mends;
import io.whittle.assembler.probe.Suspect;
import io.whittle.assembler.probe.Unmasked;
import io.whittle.graph.matrix.PairRow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which suspects are left out of the superset by themselves to see whether they are what is wanting, and what is left of them. */
final class SuspectTrials {
    /** Each takes a link; more are told and not tried. */
    private static final int MOST_SUSPECTS = 20;

    private final ProbeVerdicts verdicts;
    private final SupersetWithout superset;
    private final Set<SortedSet<String>> tried = new HashSet<>();
    private final Set<SortedSet<String>> impossible = new HashSet<>();

    SuspectTrials(ProbeVerdicts verdicts, SupersetWithout superset) {
        this.verdicts = verdicts;
        this.superset = superset;
    }

    /** Features to leave out next. Empty when all that can be told apart is. */
    Optional<SortedSet<String>> next() {
        return verdicts.unsteady().stream()
                .flatMap(check -> verdicts.unmasked(check).stream())
                .filter(SuspectTrials::areFew)
                .flatMap(SuspectTrials::trials)
                .filter(features -> !tried.contains(features) && !impossible.contains(features))
                .findFirst();
    }

    /** The row to ask for that. */
    PairRow row(String name, SortedSet<String> features) {
        return superset.row(name, features);
    }

    /** An image without the features has been asked. */
    void done(SortedSet<String> features) {
        tried.add(features);
    }

    /** The superset without the features cannot be had, or no image can be made of it. */
    void cannot(SortedSet<String> features) {
        impossible.add(features);
    }

    private static boolean areFew(Unmasked unmasked) {
        return unmasked.suspects().size() <= MOST_SUSPECTS;
    }

    private static Stream<SortedSet<String>> trials(Unmasked unmasked) {
        return unmasked.suspects().stream().flatMap(suspect -> {
            SortedSet<String> wanted = new TreeSet<>(suspect.anyOf());
            SortedSet<String> withUser = new TreeSet<>(wanted);
            suspect.where().ifPresent(withUser::add);
            return Stream.of(wanted, withUser);
        });
    }

    /** What is unmasked by now, by check; one that never passed suspects all that was out. Quadratic in the suspects. */
    List<Finding> findings(Mends mends) {
        List<Finding> findings = new ArrayList<>();
        for (String check : verdicts.failing()) {
            List<Unmasked> unmasked = verdicts.unmasked(check).stream()
                    .map(this::withoutUntriable)
                    .toList();
            Set<Suspect> proved = proved(unmasked);
            Map<List<Suspect>, List<String>> settled = new LinkedHashMap<>();
            for (Unmasked each : unmasked) {
                if (isTried(each)) {
                    parts(each.suspects(), proved)
                            .forEach(part -> settled.computeIfAbsent(part, none -> new ArrayList<>())
                                    .addAll(each.rows()));
                } else {
                    findings.add(finding(check, each.rows(), each.suspects(), false, mends));
                }
            }
            settled.forEach((suspects, rows) -> findings.add(finding(check, rows, suspects, true, mends)));
        }
        return findings;
    }

    /** Suspects without which some row cannot be explained. */
    private Set<Suspect> proved(List<Unmasked> unmasked) {
        return unmasked.stream()
                .filter(this::isTried)
                .map(each -> least(each.suspects()))
                .filter(suspects -> suspects.size() == 1)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private boolean isTried(Unmasked unmasked) {
        return trials(unmasked).allMatch(tried::contains);
    }

    /** Where one fails the check by itself, that explains the rows; those of which nobody can say so are not accused. */
    private Unmasked withoutUntriable(Unmasked unmasked) {
        List<Suspect> alone = unmasked.suspects().stream()
                .filter(suspect -> suspect.where().isEmpty() && suspect.anyOf().size() == 1)
                .filter(suspect -> tried.contains(new TreeSet<>(suspect.anyOf())))
                .toList();
        boolean othersCannot = unmasked.suspects().stream()
                .filter(suspect -> !alone.contains(suspect))
                .allMatch(suspect -> impossible.contains(new TreeSet<>(suspect.anyOf())));
        return alone.isEmpty() || !othersCannot ? unmasked : new Unmasked(unmasked.rows(), alone);
    }

    /** Each that fails the check by itself, or that other rows prove, is one answer; else they are alternatives. */
    private List<List<Suspect>> parts(List<Suspect> suspects, Set<Suspect> proved) {
        List<Suspect> least = least(suspects);
        boolean alone = !least.isEmpty()
                && least.stream()
                        .allMatch(suspect ->
                                suspect.where().isEmpty() && suspect.anyOf().size() == 1);
        if (alone) {
            return least.stream().map(List::of).toList();
        }
        List<List<Suspect>> known =
                least.stream().filter(proved::contains).map(List::of).toList();
        return known.isEmpty() ? List.of(least) : known;
    }

    /** Without those that bite only where another does: what requires the wanted one brings that, too, and is not wanted itself. */
    private List<Suspect> least(List<Suspect> suspects) {
        return suspects.stream()
                .filter(suspect -> suspects.stream()
                        .filter(other -> !other.equals(suspect))
                        .noneMatch(other -> implies(suspect, other)
                                && (!implies(other, suspect) || suspects.indexOf(other) < suspects.indexOf(suspect))))
                .toList();
    }

    private boolean implies(Suspect suspect, Suspect other) {
        boolean users = other.where()
                .map(user -> suspect.where()
                        .filter(superset.fallen(List.of(user))::contains)
                        .isPresent())
                .orElse(true);
        return users && superset.fallen(suspect.anyOf()).containsAll(other.anyOf());
    }

    private Finding finding(String check, List<String> rows, List<Suspect> suspects, boolean tried, Mends mends) {
        Failure failure = verdicts.failure(check, rows);
        return new Finding(
                check,
                mends.proves(check),
                rows,
                suspects.stream()
                        .map(suspect -> new Wanted(suspect, mends.of(check, suspect, failure.asked())))
                        .toList(),
                tried,
                failure);
    }
}
