package io.whittle.assembler.explain;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.explain.RefusalText;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.ReplacingCatalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An explanation of a module as text for a console: a part for each way in which it stands with profiles. */
public final class ModuleExplanationText {
    private static final String INDENT = "  ";

    private final ModuleExplanation explanation;
    private final CatalogSource source;
    private final List<String> lines = new ArrayList<>();

    private ModuleExplanationText(ModuleExplanation explanation) {
        this.explanation = explanation;
        this.source = explanation.catalog().source();
    }

    /** Tells an explanation; every line ends with {@code \n}. Linear in its chains. */
    public static String render(ModuleExplanation explanation) {
        return new ModuleExplanationText(explanation).text();
    }

    private String text() {
        lines.add((isJar() ? "on the class path: " : "module ") + explanation.module());
        if (!explanation.unbuilt().isEmpty()) {
            lines.add(INDENT + "not on the module path, so that nothing is seen beyond them: "
                    + String.join(", ", explanation.unbuilt()));
        }
        explanation.standings().forEach(this::add);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining())
                + explanation.refusals().stream().map(RefusalText::render).collect(Collectors.joining());
    }

    private void add(ModuleStanding standing) {
        lines.add("");
        lines.add((standing.in() ? "in " : "not in ") + standing.profile() + " on "
                + standing.platforms().stream().map(Platform::toString).collect(Collectors.joining(", ")));
        standing.replaced()
                .ifPresent(word -> lines.add(INDENT
                        + (ReplacingCatalog.isOfOneBuild(explanation.catalog(), word)
                                ? "-Dwhittle.replace puts " + word.value() + " behind it"
                                : word.profile() + " puts " + word.value() + " behind it ("
                                        + source.at(word.value().place()) + ")")));
        if (explanation.module().equals(ModuleExplanation.JAVA_BASE)) {
            lines.add(INDENT + "every image holds it");
        } else if (standing.in()) {
            addIn(standing);
        } else {
            addOut(standing);
        }
    }

    private void addIn(ModuleStanding standing) {
        standing.ways().forEach(way -> addWay(INDENT, way));
        addFeatures(standing);
        lines.add(INDENT + "to keep it out:");
        addRemedy(standing);
        addOptions(standing);
        standing.forbidden()
                .ifPresent(word -> lines.add(INDENT + word.profile() + " forbids it ("
                        + source.at(word.value().place()) + "): the image cannot be made while it is reached"));
        if (!isJar()
                && standing.forbidden().isEmpty()
                && standing.ways().stream().noneMatch(way -> way.owner() instanceof Ownership.ByBase)) {
            lines.add(INDENT + "to keep it out for good: forbid: {modules: [" + explanation.module() + "]} in "
                    + standing.profile());
        }
    }

    private void addOptions(ModuleStanding standing) {
        if (!standing.options().isEmpty()) {
            lines.add(INDENT + "or, with every feature in, where what needs it there is not used:");
            lines.add(INDENT + INDENT + "artifacts:");
            JarOptions.lines(standing.options()).forEach(line -> lines.add(INDENT.repeat(3) + line));
        }
    }

    private void addWay(String indent, ModuleWay way) {
        lines.add(indent + way(way));
        way.reason().ifPresent(reason -> lines.add(indent + INDENT + reason));
    }

    private boolean isJar() {
        return explanation.module().contains(":");
    }

    private void addRemedy(ModuleStanding standing) {
        String indent = INDENT + INDENT;
        standing.ways().stream()
                .filter(way -> way.owner() instanceof Ownership.ByBase)
                .forEach(way -> lines.add(indent + cut(way) + ": base is in every image"));
        standing.remedy().ifPresent(remedy -> {
            remedy.lines().forEach(line -> lines.add(indent + line));
            if (!standing.modulesGoing().isEmpty()) {
                lines.add(indent + "modules that go: " + String.join(", ", standing.modulesGoing()));
            }
        });
        fallbacks(standing)
                .forEach(way -> lines.add(indent + "ask for "
                        + way.owner().feature().orElseThrow() + ", whose fallback reaches it while it is out"));
    }

    private static Set<ModuleWay> fallbacks(ModuleStanding standing) {
        Set<ModuleWay> fallbacks = new LinkedHashSet<>(standing.remaining());
        fallbacks.addAll(standing.ways());
        fallbacks.removeIf(way -> !(way.owner() instanceof Ownership.ByFallback));
        return fallbacks;
    }

    private static String cut(ModuleWay way) {
        int size = way.modules().size();
        return size == 1
                ? "take " + way.modules().get(0) + " out of base"
                : "let " + way.modules().get(size - 2) + " do without "
                        + way.modules().get(size - 1)
                        + (way.modules().get(size - 2).contains(":")
                                ? " (<optional> in its POM), or take "
                                : " ('requires static', or a service), or take ")
                        + way.modules().get(0) + " out of base";
    }

    private void addOut(ModuleStanding standing) {
        if (!standing.onClassPath().isEmpty()) {
            lines.add(INDENT + "its jar is in the image, on the class path, where it is no module:");
            standing.onClassPath().forEach(way -> lines.add(INDENT + INDENT + way(way)));
        } else if (standing.ways().isEmpty()) {
            lines.add(INDENT + "nothing of the catalogue reaches it");
        }
        if (!standing.ways().isEmpty()) {
            lines.add(INDENT + "it would come by:");
        }
        standing.ways().forEach(way -> addWay(INDENT + INDENT, way));
        addFeatures(standing);
    }

    private void addFeatures(ModuleStanding standing) {
        standing.features()
                .forEach((feature, why) -> lines.add(
                        INDENT + feature + " is " + (standing.featuresIn().contains(feature) ? "in: " : "out: ")
                                + why.text()
                                + why.place()
                                        .map(place -> " (" + source.at(place) + ")")
                                        .orElse("")));
    }

    private String way(ModuleWay way) {
        return way.ownerName() + " (" + source.at(way.owner().place()) + ") -> " + String.join(" -> ", way.modules());
    }
}
