package io.whittle.assembler.heal;

import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.resolve.EffectiveProfile;
import io.whittle.graph.resolve.ProfileWord;
import io.whittle.graph.resolve.ProfileWord.Stance;

import java.util.List;

/** What a profile says against what its image lacks. */
final class Excluded {
    private Excluded() {}

    static List<String> of(TrialPlans plans, BisectionResult<ImagePart> result) {
        if (!(result instanceof Healed<ImagePart> healed)) {
            return List.of();
        }
        EffectiveProfile profile =
                EffectiveProfile.of(plans.catalog(), plans.asked().profile());
        return healed.answer().added().stream()
                .filter(part -> part.kind() == ImagePart.Kind.FEATURE)
                .flatMap(part -> profile.wordOn(part.name(), plans.asked().platform()).stream())
                .filter(word -> word.stance() == Stance.EXCLUDE)
                .map(word -> told(word, plans.catalog().source()))
                .toList();
    }

    private static String told(ProfileWord word, CatalogSource source) {
        return word.profile() + " excludes " + word.feature() + " ("
                + source.at(word.word().feature().place())
                + word.word().because().map(reason -> ": " + reason).orElse("") + ")";
    }
}
