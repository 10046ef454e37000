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
        catalog.checks().values().stream()
                .map(Check::expect)
                .flatMap(expect -> Stream.of(expect.stdout(), expect.stderr()))
                .flatMap(Optional::stream)
                .forEach(this::expression);
    }

    private void expression(Mention mention) {
        try {
            Pattern.compile(mention.text());
        } catch (PatternSyntaxException broken) {
            faults.meaning(
                    mention.place(),
                    "this is no regular expression: " + broken.getDescription()
                            + (broken.getIndex() < 0 ? "" : " at its character " + (broken.getIndex() + 1))
                            + "; mend it, and write \\ before a character that stands for itself");
        }
    }
}
