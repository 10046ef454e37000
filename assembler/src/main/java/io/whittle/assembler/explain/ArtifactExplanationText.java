package io.whittle.assembler.explain;

import io.whittle.graph.explain.FeatureExplanationText;
import io.whittle.graph.explain.TreeStyle;
import io.whittle.graph.resolve.Ownership;

/** An explanation of an artifact as text for a console. */
public final class ArtifactExplanationText {
    private ArtifactExplanationText() {}

    /** Tells an explanation; every line ends with {@code \n}. */
    public static String render(ArtifactExplanation explanation, TreeStyle style) {
        StringBuilder text = new StringBuilder("artifact " + explanation.artifact() + "\n");
        if (explanation.found().isEmpty()) {
            text.append("  not on the module path\n");
        }
        explanation
                .found()
                .forEach(label ->
                        text.append("  on the module path as ").append(label).append('\n'));
        if (explanation.modules().isEmpty() && !explanation.found().isEmpty()) {
            text.append("  no module can be read from it\n");
        }
        for (Ownership owner : explanation.owners()) {
            text.append("  the catalogue gives it to ")
                    .append(owner.feature().map(name -> "feature " + name).orElse("base"))
                    .append(" (")
                    .append(explanation.catalog().source().at(owner.place()))
                    .append(owner.feature().isEmpty() ? "): it belongs to every image\n" : ")\n");
        }
        explanation.modules().forEach(module -> text.append('\n').append(ModuleExplanationText.render(module)));
        explanation.classPath().ifPresent(jar -> text.append('\n').append(ModuleExplanationText.render(jar)));
        explanation
                .features()
                .forEach(feature -> text.append('\n').append(FeatureExplanationText.render(feature, style)));
        return text.toString();
    }
}
