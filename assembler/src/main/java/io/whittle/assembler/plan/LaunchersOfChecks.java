package io.whittle.assembler.plan;

import io.whittle.graph.catalog.Ask;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Start;
import io.whittle.graph.catalog.Template;
import io.whittle.graph.resolve.CheckScope;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Launchers that the checks of an image start and that are not in it. A program of the machine may have the same name, and would answer in
 * its place.
 */
public final class LaunchersOfChecks {
    private final FeatureCatalog catalog;
    private final Resolution resolution;
    private final SortedMap<String, Launcher> declared;
    private final SortedSet<String> planned = new TreeSet<>();

    private LaunchersOfChecks(FeatureCatalog catalog, Resolution resolution, ImagePlan plan) {
        this.catalog = catalog;
        this.resolution = resolution;
        this.declared = resolution.profile().image().launchers();
        plan.launchers().forEach(launcher -> planned.add(launcher.name().text()));
    }

    /** A fault for each place at which a check that is asked of this image starts one. Linear in the checks. */
    public static List<String> faults(FeatureCatalog catalog, Resolution resolution, ImagePlan plan) {
        return new LaunchersOfChecks(catalog, resolution, plan).faults();
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (String name : CheckScope.of(catalog, resolution).applicable()) {
            Check check = catalog.checks().get(name);
            for (Mention word : programs(check)) {
                if (declared.containsKey(word.text()) && !planned.contains(word.text())) {
                    faults.add(fault(check, word));
                }
            }
        }
        return faults;
    }

    private static List<Mention> programs(Check check) {
        List<Mention> programs = new ArrayList<>();
        check.start().map(Start::words).ifPresent(words -> first(words, programs));
        if (check.ask() instanceof Ask.Steps asked) {
            asked.steps().forEach(step -> first(step.words(), programs));
        }
        return programs;
    }

    private static void first(List<Template> words, List<Mention> programs) {
        words.stream().findFirst().map(Template::source).ifPresent(programs::add);
    }

    private String fault(Check check, Mention word) {
        Launcher launcher = declared.get(word.text());
        Optional<String> module = launcher.module().map(Mention::text);
        SortedSet<String> features = module.stream()
                .flatMap(named -> ModuleOwners.of(catalog).owners(named).stream())
                .map(Ownership::feature)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return catalog.source().at(word.place()) + ": check " + check.name().text() + " starts launcher " + word.text()
                + ", which is not in the image: "
                + module.map(named -> "its module " + named)
                        .orElse("its main class " + launcher.main().text())
                + " is not.\n  "
                + (features.isEmpty()
                        ? "Name under 'with' of the check the feature that brings it: then the check is not asked where that is out."
                        : "Name " + String.join(" or ", features)
                                + " under 'with' of the check: then it is not asked where that is out.");
    }
}
