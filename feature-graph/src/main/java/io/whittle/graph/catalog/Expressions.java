package io.whittle.graph.catalog;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds regular expressions of checks that are none. */
final class Expressions {
    private final FeatureCatalog catalog;
    private final FaultLog faults;

    Expressions(FeatureCatalog catalog, FaultLog faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    void check() {
        catalog.checks().values().forEach(check -> {
            check.start().flatMap(Start::ready).flatMap(Readiness::log).ifPresent(this::expression);
            expectations(check.ask())
                    .flatMap(expect -> Stream.of(expect.stdout(), expect.stderr()))
                    .flatMap(Optional::stream)
                    .forEach(this::expression);
        });
    }

    private static Stream<Expectation> expectations(Ask ask) {
        if (ask instanceof Ask.Steps steps) {
            return steps.steps().stream().map(Ask.Step::expect);
        }
        return ask instanceof Ask.Script script ? Stream.of(script.expect()) : Stream.empty();
    }

    private void expression(Mention mention) {
        try {
            Pattern.compile(mention.text());
        } catch (PatternSyntaxException broken) {
            faults.meaning(
                    mention.place(),
                    "this is no regular expression: " + broken.getDescription()
                            + (broken.getIndex() < 0 ? "" : " at its character " + (broken.getIndex() + 1))
                            + "; "
                            + (mention.text().contains("${")
                                    ? "nothing is filled in in a pattern: write one for what stands there, such as \\S+"
                                    : "mend it, and write \\ before a character that stands for itself"));
        }
    }
}
