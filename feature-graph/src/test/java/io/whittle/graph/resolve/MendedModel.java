package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Choice;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.PlatformCondition;
import io.whittle.graph.catalog.Profile;
import io.whittle.graph.catalog.Variant;
import io.whittle.graph.catalog.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a user would have in the file after following a mend: the texts themselves are changed, profile by profile. */
final class MendedModel {
    private FeatureBody base;
    private final List<Feature> features;
    private final List<Profile> profiles;

    private MendedModel(RandomModel model) {
        this.base = model.base();
        this.features = new ArrayList<>(model.features());
        this.profiles = new ArrayList<>(model.profiles());
    }

    static RandomModel of(RandomModel model, Mend mend) {
        MendedModel mended = new MendedModel(model);
        if (mend instanceof Mend.InProfiles inProfiles) {
            inProfiles.edits().forEach(mended::make);
        } else {
            ((Mend.InCatalog) mend).edits().forEach(mended::make);
        }
        return new RandomModel(mended.base, mended.features, model.capabilities(), mended.profiles);
    }

    private void make(Mend.Requirement edit) {
        if (edit.feature().isEmpty()) {
            base = body(base, edit);
        } else {
            features.replaceAll(
                    feature -> feature.name().text().equals(edit.feature().get()) ? feature(feature, edit) : feature);
        }
    }

    private static Feature feature(Feature feature, Mend.Requirement edit) {
        Feature blank = Models.feature(feature.name().text());
        return new Feature(
                feature.name(),
                blank.summary(),
                feature.internal(),
                feature.platforms(),
                body(feature.body(), edit),
                feature.variants().stream()
                        .map(variant -> new Variant(variant.when(), body(variant.body(), edit), variant.place()))
                        .toList(),
                feature.recommends(),
                blank.ifPresent(),
                feature.conflicts(),
                feature.auto(),
                blank.fallback(),
                blank.checks(),
                blank.dynamic(),
                blank.tag());
    }

    private static FeatureBody body(FeatureBody body, Mend.Requirement edit) {
        List<Edge> requires = new ArrayList<>(body.requires());
        requires.removeIf(edit.edge()::equals);
        if (requires.size() < body.requires().size() && edit.when().isPresent()) {
            requires.add(new Edge(edit.edge().target(), edit.when().get()));
        }
        return Models.body(requires, body.needs());
    }

    private void make(Edit edit) {
        Profile profile = profiles.stream()
                .filter(each -> each.name().text().equals(edit.profile()))
                .findFirst()
                .orElseThrow();
        List<Word> include = new ArrayList<>(profile.include());
        List<Word> exclude = new ArrayList<>(profile.exclude());
        List<Choice> choose = new ArrayList<>(profile.choose());
        if (edit instanceof Edit.LeaveOut leaveOut) {
            change(include, leaveOut.word().word(), Optional.empty());
        } else if (edit instanceof Edit.Admit admit) {
            change(exclude, admit.word().word(), Optional.empty());
        } else if (edit instanceof Edit.Narrow narrow) {
            Word word = narrow.word().word();
            change(include, word, Optional.of(new Word(word.feature(), word.because(), narrow.when())));
        } else if (edit instanceof Edit.Exclude added) {
            exclude.add(Models.word(added.feature(), PlatformCondition.ALWAYS));
        } else if (edit instanceof Edit.Ask ask) {
            include.add(Models.word(ask.feature(), PlatformCondition.ALWAYS));
        } else if (edit instanceof Edit.Choose wanted) {
            choose.removeIf(choice -> choice.capability().text().equals(wanted.capability()));
            choose.add(new Choice(
                    Models.name(wanted.capability()),
                    List.of(Models.edge(wanted.provider(), PlatformCondition.ALWAYS))));
        } else {
            Statement.Chooses other = ((Edit.ChooseOther) edit).choice();
            choose.replaceAll(choice ->
                    choice.capability().text().equals(other.capability()) ? without(choice, other.provider()) : choice);
            choose.removeIf(choice -> choice.providers().isEmpty());
        }
        profiles.set(profiles.indexOf(profile), profile(profile, include, exclude, choose));
    }

    private static void change(List<Word> words, Word word, Optional<Word> then) {
        if (!words.contains(word)) {
            throw new IllegalStateException("nobody says " + word + ", so nobody can change it");
        }
        UnaryOperator<Word> changed = each -> each.equals(word) ? then.orElse(each) : each;
        words.replaceAll(changed);
        if (then.isEmpty()) {
            words.remove(word);
        }
    }

    private static Choice without(Choice choice, String provider) {
        List<Edge> others = choice.providers().stream()
                .filter(edge -> !edge.target().text().equals(provider))
                .toList();
        return new Choice(choice.capability(), others);
    }

    private static Profile profile(Profile profile, List<Word> include, List<Word> exclude, List<Choice> choose) {
        return new Profile(
                profile.name(),
                profile.summary(),
                profile.parent(),
                profile.includeAll(),
                include,
                exclude,
                choose,
                profile.recommends(),
                profile.forbid(),
                profile.platforms(),
                profile.budgets(),
                profile.replace(),
                profile.image());
    }
}
