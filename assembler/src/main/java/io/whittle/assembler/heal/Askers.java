package io.whittle.assembler.heal;

import io.whittle.graph.catalog.Ask;
import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Start;
import io.whittle.graph.catalog.Template;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which features have to do with a check, so that what it lacks may be declared there. */
final class Askers {
    private Askers() {}

    /**
     * The features that are in and say that the check proves them; where there is none, those the check needs; where it needs none, those
     * whose programs it starts. None where these are base's.
     */
    static List<String> of(FeatureCatalog catalog, Resolution image, String name) {
        Check check = catalog.checks().get(name);
        List<String> proved = image.in().stream()
                .filter(feature -> catalog.features().get(feature).checks().stream()
                        .map(Mention::text)
                        .anyMatch(name::equals))
                .toList();
        if (!proved.isEmpty()) {
            return proved;
        }
        if (!check.with().isEmpty()) {
            return check.with().stream().map(Mention::text).distinct().sorted().toList();
        }
        return programs(check)
                .flatMap(program -> owner(image, program).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> programs(Check check) {
        Stream<List<Template>> asked =
                check.ask() instanceof Ask.Steps steps ? steps.steps().stream().map(Ask.Step::words) : Stream.of();
        return Stream.concat(check.start().map(Start::words).stream(), asked)
                .map(words -> words.get(0).render(Map.of()));
    }

    private static Optional<String> owner(Resolution image, String program) {
        Launcher launcher = image.profile().image().launchers().get(program);
        return Optional.ofNullable(launcher)
                .flatMap(Launcher::module)
                .map(module -> image.modules().get(module.text()))
                .flatMap(Ownership::feature);
    }
}
