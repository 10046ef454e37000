package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.resolve.ProfileWord.Stance;
import io.whittle.graph.solve.Demands;
import io.whittle.graph.solve.Fallout;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tries what a profile would come to if it said something else: the edits are made and the profile is resolved anew, so that
 * what is told is what would be.
 */
public final class WhatIf {
    private final PlatformGraph graph;
    private final EffectiveProfile profile;
    private final Place place;

    private WhatIf(PlatformGraph graph, String profile) {
        this.graph = graph;
        this.profile = EffectiveProfile.of(graph.catalog(), profile);
        this.place = graph.catalog().profiles().get(profile).name().place();
    }

    /**
     * Finds what keeps features out that are in: the profile rules them out, and asks no longer for what cannot do without them.
     * What must go whatever is chosen goes at once; where only a choice of several clashes, one of them goes, the last in the
     * file. What proves to be needless of this is left: where it is enough to ask for less, nothing is ruled out.
     *
     * @param features that are in; names of the catalogue
     * @throws UnresolvableException when the profile cannot be had on the platform as it is
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Alternative without(PlatformGraph graph, String profile, SortedSet<String> features)
            throws UnresolvableException {
        return new WhatIf(graph, profile).without(features);
    }

    /**
     * Finds what brings a feature in that is out: the profile no longer rules it out, or asks for it by name.
     *
     * @param feature that is out; a name of the catalogue
     * @throws UnresolvableException when the profile cannot be had on the platform as it is
     * @throws UnknownProfileException when the catalogue has no such profile
     */
    public static Alternative with(PlatformGraph graph, String profile, String feature) throws UnresolvableException {
        return new WhatIf(graph, profile).with(feature);
    }

    private Alternative without(SortedSet<String> features) throws UnresolvableException {
        Resolution now = resolve(List.of());
        List<Edit> less = new ArrayList<>();
        PlatformView view = view(less);
        view.chosen().values().stream()
                .filter(choice ->
                        features.contains(choice.provider()) && now.choices().containsKey(choice.capability()))
                .forEach(choice -> less.add(new Edit.ChooseOther(choice)));
        askLess(features, less);
        askLess(needing(features, less), less);
        boolean oneOfSeveral = false;
        while (true) {
            List<Edit> edits = excluding(features, less);
            try {
                return least(features, less, resolve(edits), oneOfSeveral);
            } catch (UnresolvableException clash) {
                Set<String> clashing = oneOfEach(clash, features);
                if (clashing.isEmpty()) {
                    return Alternative.refused(excluding(features, List.of()), clash);
                }
                oneOfSeveral |= hasChoice(clash);
                askLess(clashing, less);
            }
        }
    }

    /** Rules out as few as possible: none where to ask for less is enough, else those that still come in. */
    private Alternative least(SortedSet<String> features, List<Edit> less, Resolution all, boolean oneOfSeveral) {
        Optional<Resolution> none = attempt(less);
        if (none.isPresent()) {
            SortedSet<String> left = new TreeSet<>(features);
            left.retainAll(none.get().in());
            List<Edit> fewer = excluding(left, less);
            Optional<Resolution> some = left.isEmpty() ? none : attempt(fewer);
            if (some.isPresent() && some.get().out().containsAll(features)) {
                return Alternative.had(fewer, some.get(), oneOfSeveral);
            }
        }
        return Alternative.had(excluding(features, less), all, oneOfSeveral);
    }

    private Alternative with(String feature) throws UnresolvableException {
        resolve(List.of());
        List<Edit> edits = new ArrayList<>();
        Optional<ProfileWord> word = profile.wordOn(feature, graph.platform());
        if (word.filter(said -> said.stance() == Stance.EXCLUDE && isOwn(said)).isPresent()) {
            edits.add(new Edit.Admit(word.get()));
            Optional<Resolution> admitted = attempt(edits);
            if (admitted.isPresent() && admitted.get().in().contains(feature)) {
                return Alternative.had(edits, admitted.get(), false);
            }
        }
        edits.add(new Edit.Ask(feature, profile.name()));
        try {
            return Alternative.had(edits, resolve(edits), false);
        } catch (UnresolvableException clash) {
            return Alternative.refused(edits, clash);
        }
    }

    /** Features that are asked for by name and cannot be in without these, whatever is chosen. */
    private Set<String> needing(SortedSet<String> features, List<Edit> edits) throws UnresolvableException {
        PlatformView view = view(edits);
        Demands demands = view.demands();
        BitSet seeds = demands.banned();
        seeds.or(view.numbers(features));
        Fallout falling = Fallout.of(graph, seeds, demands.chosen());
        SortedSet<String> needing = new TreeSet<>(view.named().keySet());
        needing.removeIf(name -> !falling.holds(graph.feature(name)));
        return needing;
    }

    /** Of each clash the last that is asked for, by name or by {@code all}. */
    private static Set<String> oneOfEach(UnresolvableException clash, Set<String> features) {
        Set<String> last = new LinkedHashSet<>();
        for (Fault fault : clash.faults()) {
            if (fault instanceof Fault.Clash found) {
                ClashParts.of(found).asks().stream()
                        .map(ClashParts::feature)
                        .filter(feature -> !features.contains(feature))
                        .reduce((first, second) -> second)
                        .ifPresent(last::add);
            }
        }
        return last;
    }

    private static boolean hasChoice(UnresolvableException clash) {
        return clash.faults().stream()
                .anyMatch(fault -> fault instanceof Fault.Clash found
                        && ClashParts.of(found).asks().size() > 1);
    }

    /** Takes the profile's own words out; what a parent, or {@code all}, still asks for then is excluded. */
    private void askLess(Set<String> features, List<Edit> edits) throws UnresolvableException {
        for (String feature : features) {
            Optional<ProfileWord> word = asking(feature, edits);
            while (word.filter(this::isOwn).isPresent()) {
                edits.add(new Edit.LeaveOut(word.get()));
                word = asking(feature, edits);
            }
            if (word.isPresent() || view(edits).coveredByAll().contains(feature)) {
                edits.add(new Edit.Exclude(feature, profile.name()));
            }
        }
    }

    private Optional<ProfileWord> asking(String feature, List<Edit> edits) {
        return EditedProfile.of(profile, place, edits)
                .wordOn(feature, graph.platform())
                .filter(word -> word.stance() == Stance.INCLUDE);
    }

    private boolean isOwn(ProfileWord word) {
        return word.profile().equals(profile.name());
    }

    private List<Edit> excluding(Set<String> features, List<Edit> edits) {
        List<Edit> all = new ArrayList<>(edits);
        for (String feature : features) {
            Edit exclude = new Edit.Exclude(feature, profile.name());
            if (!all.contains(exclude)) {
                all.add(exclude);
            }
        }
        return all;
    }

    private Optional<Resolution> attempt(List<Edit> edits) {
        try {
            return Optional.of(resolve(edits));
        } catch (UnresolvableException clash) {
            return Optional.empty();
        }
    }

    private Resolution resolve(List<Edit> edits) throws UnresolvableException {
        return Resolver.resolve(view(edits));
    }

    private PlatformView view(List<Edit> edits) throws UnresolvableException {
        return PlatformView.of(graph, EditedProfile.of(profile, place, edits));
    }
}
