package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.resolve.ProfileWord.Stance;
import io.whittle.graph.solve.Closure;
import io.whittle.graph.solve.Demand;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what mends a clash: each statement that could be taken back is, and what that comes to is looked at. */
final class Mends {
    /** Of the providers that could be chosen; nobody reads more. */
    private static final int MOST_PROVIDERS = 3;

    private final MendTrial trial;
    private final PlatformView view;
    private final Fault.Clash clash;
    private final ClashParts parts;
    private final Set<Demand> clashing;
    private final List<Mend> found = new ArrayList<>();

    private Mends(MendTrial trial, Fault.Clash clash, Set<Demand> clashing) {
        this.trial = trial;
        this.view = trial.view();
        this.clash = clash;
        this.parts = ClashParts.of(clash);
        this.clashing = clashing;
    }

    /**
     * Every mend that has been tried and does, in the order in which it is offered: those that take least back first.
     *
     * @param clash without mends
     * @param clashing what its statements demand, and those alike
     */
    static List<Mend> of(MendTrial trial, Fault.Clash clash, Set<Demand> clashing) {
        return new Mends(trial, clash, clashing).find();
    }

    private List<Mend> find() {
        parts.excludes()
                .forEach(excludes -> offer(
                        new Mend.InProfiles(takenBack(excludes.word().feature(), Stance.EXCLUDE, Edit.Admit::new))));
        askers().forEach(this::askLess);
        parts.unavailable()
                .forEach(unavailable -> requirements(unavailable.feature()).stream()
                        .flatMap(requires -> onlyWhere(requires, unavailable.where()).stream())
                        .forEach(this::offer));
        if (parts.unavailable().isEmpty()) {
            requiredByBase().forEach(this::offer);
        }
        parts.chooses().forEach(this::chooseOther);
        return found;
    }

    private boolean offer(Mend mend) {
        boolean does = trial.does(mend, clashing);
        if (does && !found.contains(mend)) {
            found.add(mend);
        }
        return does;
    }

    /** Who has to ask less, together: of several that clash with one another one is enough. */
    private List<List<String>> askers() {
        List<String> asking = parts.asks().stream().map(ClashParts::feature).toList();
        if (asking.size() > 1) {
            return asking.stream().map(List::of).toList();
        }
        List<String> together = Stream.concat(
                        asking.stream(),
                        clash.alike().stream().filter(ClashParts::isAsking).map(ClashParts::feature))
                .distinct()
                .toList();
        return together.isEmpty() ? List.of() : List.of(together);
    }

    private void askLess(List<String> features) {
        if (!parts.unavailable().isEmpty()) {
            List<Edit> narrower = takenBack(features, Stance.INCLUDE, this::onlyThere);
            if (narrower.stream().allMatch(Edit.Narrow.class::isInstance)
                    && !narrower.isEmpty()
                    && offer(new Mend.InProfiles(narrower))) {
                return;
            }
        }
        List<Edit> less = takenBack(features, Stance.INCLUDE, Edit.LeaveOut::new);
        if (!less.isEmpty() && offer(new Mend.InProfiles(less))) {
            return;
        }
        // Where no word asks any more, all may.
        PlatformView then = trial.after(less);
        List<String> covered =
                features.stream().filter(then.coveredByAll()::contains).toList();
        covered.forEach(
                feature -> less.add(new Edit.Exclude(feature, view.profile().name())));
        if (!covered.isEmpty() && covered.stream().noneMatch(feature -> isAskedFor(feature, then.profile()))) {
            offer(new Mend.InProfiles(less));
        }
    }

    /** Whether the profile itself asks for it elsewhere: it cannot do so and rule it out everywhere. */
    private static boolean isAskedFor(String feature, EffectiveProfile profile) {
        return profile.words().getOrDefault(feature, List.of()).stream()
                .anyMatch(word -> word.profile().equals(profile.name()) && word.stance() == Stance.INCLUDE);
    }

    private List<Edit> takenBack(List<String> features, Stance stance, Function<ProfileWord, Edit> edit) {
        List<Edit> edits = new ArrayList<>();
        features.forEach(feature -> edits.addAll(takenBack(feature, stance, edit)));
        return edits;
    }

    /** Edits a word on the feature, and then the parent's that stood behind it, until none of this stance counts any more. */
    private List<Edit> takenBack(String feature, Stance stance, Function<ProfileWord, Edit> edit) {
        return view.profile().words().getOrDefault(feature, List.of()).stream()
                .filter(word -> word.word().when().holds(view.platform()))
                .takeWhile(word -> word.stance() == stance)
                .map(edit)
                .toList();
    }

    /** A word that counts only where nothing is unavailable that its feature cannot do without here. */
    private Edit onlyThere(ProfileWord word) {
        PlatformGraph graph = view.graph();
        BitSet start = new BitSet();
        start.set(graph.feature(word.feature()));
        BitSet missing = (BitSet)
                Closure.of(graph, start, trial.demands().chosen()).members().clone();
        missing.and(graph.absent());
        PlatformCondition when = missing.stream()
                .mapToObj(feature -> Availability.of(view.catalog().features().get(graph.feature(feature))))
                .reduce(word.word().when(), PlatformCondition::and);
        return missing.isEmpty() || !when.holdsSomewhere() ? new Edit.LeaveOut(word) : new Edit.Narrow(word, when);
    }

    /** The entries that require the feature here, of all features that the proof names for it. */
    private List<Mend.Requirement> requirements(String feature) {
        return premises()
                .filter(requires -> requires.required().equals(feature))
                .map(Proof.Premise.Requires::feature)
                .distinct()
                .flatMap(owner -> entries(owner, feature))
                .toList();
    }

    private List<Mend> requiredByBase() {
        return premises()
                .filter(requires -> requires.feature().isEmpty())
                .map(Proof.Premise.Requires::required)
                .distinct()
                .<Mend>map(required ->
                        new Mend.InCatalog(entries(Optional.empty(), required).toList()))
                .toList();
    }

    private Stream<Proof.Premise.Requires> premises() {
        return clash.proof().stream()
                .flatMap(proof -> proof.sentences().stream())
                .flatMap(sentence -> sentence.because().stream())
                .filter(Proof.Premise.Requires.class::isInstance)
                .map(Proof.Premise.Requires.class::cast);
    }

    /** What says here that the feature, or base, requires another; to be taken out. */
    private Stream<Mend.Requirement> entries(Optional<String> owner, String required) {
        return owner
                .map(name -> view.catalog().features().get(name))
                .map(this::requires)
                .orElseGet(() -> view.catalog().base().body().requires())
                .stream()
                .filter(edge ->
                        edge.target().text().equals(required) && edge.when().holds(view.platform()))
                .map(edge -> new Mend.Requirement(owner, edge, Optional.empty()));
    }

    private List<Edge> requires(Feature feature) {
        return feature.bodyOn(view.platform()).stream()
                .flatMap(body -> body.requires().stream())
                .toList();
    }

    private static Optional<Mend> onlyWhere(Mend.Requirement entry, PlatformCondition where) {
        PlatformCondition when = entry.edge().when().and(where);
        return Optional.of(when)
                .filter(PlatformCondition::holdsSomewhere)
                .map(narrower -> new Mend.InCatalog(
                        List.of(new Mend.Requirement(entry.feature(), entry.edge(), Optional.of(narrower)))));
    }

    private void chooseOther(Statement.Chooses choice) {
        List<Edit> edits = new ArrayList<>();
        Optional<Statement.Chooses> now = Optional.of(choice);
        while (now.isPresent()) {
            edits.add(new Edit.ChooseOther(now.get()));
            if (offer(new Mend.InProfiles(edits))) {
                break;
            }
            // The next of the list, or what a parent chooses.
            now = Optional.ofNullable(trial.after(edits).chosen().get(choice.capability()));
        }
        int offered = 0;
        for (Mention provider :
                view.catalog().capabilities().get(choice.capability()).providers()) {
            Edit another = new Edit.Choose(
                    choice.capability(), provider.text(), view.profile().name());
            if (offered < MOST_PROVIDERS
                    && !provider.text().equals(choice.provider())
                    && offer(new Mend.InProfiles(List.of(another)))) {
                offered++;
            }
        }
    }
}
