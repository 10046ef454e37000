package io.whittle.graph.explain;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Provision;
import io.whittle.graph.resolve.Recommendation;
import io.whittle.graph.resolve.Step;
import io.whittle.graph.resolve.Words;

/** An explanation of a feature as text for a console: a part for each way in which it stands with profiles. */
public final class FeatureExplanationText {
    private static final int DEEPEST = 12;

    private final FeatureExplanation explanation;
    private final CatalogSource source;
    private final TreeStyle style;

    private FeatureExplanationText(FeatureExplanation explanation, TreeStyle style) {
        this.explanation = explanation;
        this.source = explanation.catalog().source();
        this.style = style;
    }

    /** Draws an explanation; every line ends with {@code \n}. Linear in its chains. */
    public static String render(FeatureExplanation explanation, TreeStyle style) {
        return new FeatureExplanationText(explanation, style).text();
    }

    private String text() {
        Feature feature = explanation.catalog().features().get(explanation.feature());
        String catalog = explanation
                .catalog()
                .name()
                .map(Mention::text)
                .map(name -> name + ": ")
                .orElse("");
        StringBuilder text = new StringBuilder(catalog + explanation.feature() + " ("
                + source.at(feature.name().place()) + ")");
        feature.summary().ifPresent(summary -> text.append(", ").append(summary));
        text.append('\n');
        explanation.standings().forEach(standing -> text.append(part(standing)));
        explanation.refusals().forEach(refusal -> text.append(RefusalText.render(refusal)));
        return text.toString();
    }

    private String part(FeatureStanding standing) {
        Section section = new Section((standing.in() ? "in " : "out of ") + standing.profile() + " on "
                + Words.list(
                        standing.platforms().stream().map(Platform::toString).toList(), "and"));
        if (standing.in()) {
            addChain(section, standing);
        } else {
            section.add(explanation.feature(), placed(standing.explanation()));
            standing.explanation().via().forEach(step -> section.add(words(step), source.at(step.place())));
        }
        StringBuilder text = new StringBuilder(section.text());
        standing.remedy().ifPresent(remedy -> {
            text.append(standing.in() ? "  to keep it out:\n" : "  to bring it in:\n");
            remedy.lines().forEach(line -> text.append("    ").append(line).append('\n'));
        });
        return text.toString();
    }

    private void addChain(Section section, FeatureStanding standing) {
        if (standing.steps().isEmpty()) {
            section.add(explanation.feature(), placed(standing.explanation()));
            return;
        }
        standing.steps()
                .get(0)
                .from()
                .ifPresentOrElse(
                        first -> section.add(first, placed(standing.origin().orElseThrow())),
                        () -> section.add("base", "always in"));
        for (int i = 0; i < standing.steps().size(); i++) {
            Step step = standing.steps().get(i);
            boolean last = i == standing.steps().size() - 1;
            section.add(
                    style.below(true).repeat(Math.min(i, DEEPEST)) + style.branch(true) + step.to(),
                    last ? placed(standing.explanation()) : how(step) + " (" + source.at(step.place()) + ")");
        }
    }

    private String placed(Explanation why) {
        return why.text()
                + why.place().map(place -> " (" + source.at(place) + ")").orElse("");
    }

    private static String how(Step step) {
        String from = step.from().orElse("base");
        if (step instanceof Provision provision) {
            return "provider of " + provision.need().capability() + " for " + from;
        }
        return (step instanceof Recommendation ? "recommended by " : "required by ") + from;
    }

    private static String words(Step step) {
        return step.from().orElse("base") + " requires " + step.to();
    }
}
