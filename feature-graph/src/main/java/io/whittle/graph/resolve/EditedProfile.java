package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Word;
import io.whittle.graph.resolve.ProfileWord.Stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A profile as it would be after edits. */
final class EditedProfile {
    private final EffectiveProfile profile;
    private final Place place;
    private final SortedMap<String, List<ProfileWord>> words = new TreeMap<>();
    private final SortedMap<String, List<Said<Choice>>> choose = new TreeMap<>();

    private EditedProfile(EffectiveProfile profile, Place place) {
        this.profile = profile;
        this.place = place;
        profile.words().forEach((feature, said) -> words.put(feature, new ArrayList<>(said)));
        profile.choose().forEach((capability, said) -> choose.put(capability, new ArrayList<>(said)));
    }

    /**
     * Makes edits, one after the other.
     *
     * @param place where words that are new are said to stand
     */
    static EffectiveProfile of(EffectiveProfile profile, Place place, List<Edit> edits) {
        EditedProfile edited = new EditedProfile(profile, place);
        edits.forEach(edited::make);
        return new EffectiveProfile(
                profile.lineage(),
                profile.includeAll(),
                edited.words,
                edited.choose,
                profile.recommends(),
                profile.forbid(),
                profile.platforms(),
                profile.budgets(),
                profile.replace(),
                profile.image());
    }

    private void make(Edit edit) {
        if (edit instanceof Edit.LeaveOut leaveOut) {
            words.get(leaveOut.word().feature()).remove(leaveOut.word());
        } else if (edit instanceof Edit.Admit admit) {
            words.get(admit.word().feature()).remove(admit.word());
        } else if (edit instanceof Edit.Narrow narrow) {
            words.get(narrow.word().feature())
                    .replaceAll(word -> word.equals(narrow.word()) ? narrowed(word, narrow.when()) : word);
        } else if (edit instanceof Edit.Exclude exclude) {
            say(exclude.feature(), Stance.EXCLUDE);
        } else if (edit instanceof Edit.Ask ask) {
            say(ask.feature(), Stance.INCLUDE);
        } else if (edit instanceof Edit.Choose wanted) {
            choose.computeIfAbsent(wanted.capability(), none -> new ArrayList<>())
                    .add(0, new Said<>(wanted.profile(), choice(wanted)));
        } else {
            chooseOther(((Edit.ChooseOther) edit).choice());
        }
    }

    private static ProfileWord narrowed(ProfileWord said, PlatformCondition when) {
        Word word = said.word();
        return new ProfileWord(said.profile(), said.stance(), new Word(word.feature(), word.because(), when));
    }

    // The profile's own word, and its last: before all others.
    private void say(String feature, Stance stance) {
        Word word = new Word(new Mention(feature, place), Optional.empty(), PlatformCondition.ALWAYS);
        words.computeIfAbsent(feature, none -> new ArrayList<>()).add(0, new ProfileWord(profile.name(), stance, word));
    }

    private Choice choice(Edit.Choose wanted) {
        return new Choice(
                new Mention(wanted.capability(), place),
                List.of(new Edge(new Mention(wanted.provider(), place), PlatformCondition.ALWAYS)));
    }

    /** Where nobody is left in the profile's list, the parent's choice counts. */
    private void chooseOther(Statement.Chooses choice) {
        List<Said<Choice>> lineage = choose.get(choice.capability());
        Said<Choice> said = lineage.remove(0);
        List<Edge> others = said.value().providers().stream()
                .filter(edge -> !edge.target().text().equals(choice.provider()))
                .toList();
        if (!others.isEmpty()) {
            lineage.add(0, new Said<>(said.profile(), new Choice(said.value().capability(), others)));
        } else if (lineage.isEmpty()) {
            choose.remove(choice.capability());
        }
    }
}
