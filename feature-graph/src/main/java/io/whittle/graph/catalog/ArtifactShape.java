package io.whittle.graph.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the catalogue's {@code artifacts}. */
final class ArtifactShape {
    private static final String EXAMPLE = "org.example:codec: {as: module}";

    private final Shape shape;

    ArtifactShape(Shape shape) {
        this.shape = shape;
    }

    SortedMap<String, ArtifactRule> read(Fields catalog) {
        SortedMap<String, ArtifactRule> rules = new TreeMap<>();
        for (Node.Entry entry : catalog.entries("artifacts", "artifacts: {" + EXAMPLE + "}")) {
            Optional<Mention> artifact = shape.key(entry.key(), "artifacts", TextForm.ARTIFACT);
            ArtifactRule rule = rule(entry);
            artifact.ifPresent(name -> rules.put(name.text(), rule));
        }
        return rules;
    }

    private ArtifactRule rule(Node.Entry entry) {
        Fields fields = shape.fields(entry.value(), "artifact " + entry.key().text(), Level.ARTIFACT, EXAMPLE);
        Optional<ArtifactRule.As> as = fields.text("as", TextForm.AS).map(word -> ArtifactRule.As.valueOf(upper(word)));
        Optional<Mention> module = fields.text("module", TextForm.MODULE);
        module.filter(name -> as.equals(Optional.of(ArtifactRule.As.CLASSPATH)))
                .ifPresent(name -> shape.faults()
                        .meaning(
                                name.place(),
                                "a jar on the class path is no module, so it has no name as one; remove 'module', or"
                                        + " write as: module"));
        List<Mention> requires = fields.texts("requires", TextForm.MODULE, "[java.sql]");
        List<Mention> optional = fields.texts("optional", TextForm.MODULE, "[java.desktop]");
        contrary(requires, optional);
        return new ArtifactRule(
                entry.key().mention(),
                as,
                module,
                requires,
                optional,
                fields.text("natives", TextForm.NATIVES).map(word -> ArtifactRule.Natives.valueOf(upper(word))));
    }

    private void contrary(List<Mention> requires, List<Mention> optional) {
        List<String> needed = requires.stream().map(Mention::text).toList();
        optional.stream()
                .filter(module -> needed.contains(module.text()))
                .forEach(
                        module -> shape.faults()
                                .meaning(
                                        module.place(),
                                        module
                                                + " stands in 'requires' and in 'optional' of one artifact; remove one of the two"));
    }

    private static String upper(Mention word) {
        return word.text().toUpperCase(Locale.ROOT);
    }
}
