package io.whittle.graph.catalog;

import java.util.Locale;
import java.util.Optional;

/** Reads one entry of {@code features}. */
final class FeatureShape {
    private final Shape shape;
    private final EntryShape entries;
    private final BodyShape bodies;

    FeatureShape(Shape shape) {
        this.shape = shape;
        this.entries = new EntryShape(shape);
        this.bodies = new BodyShape(shape, entries);
    }

    Base base(Fields catalog) {
        Fields fields = catalog.fields("base", Level.BASE, "base: {modules: [com.example.core]}");
        return new Base(bodies.read(fields), bodies.dynamic(fields));
    }

    Feature feature(Node.Entry entry) {
        Mention name = entry.key().mention();
        String what = "feature " + name;
        Fields fields = shape.fields(entry.value(), what, Level.FEATURE, name + ": {modules: [com.example.dns]}");
        return new Feature(
                name,
                fields.words("summary"),
                fields.flag("internal").orElse(false),
                platforms(fields),
                bodies.read(fields),
                fields.list("variants", "[{when: linux, modules: [com.example.linux]}]", this::variant),
                fields.list("recommends", "[netstack]", node -> entries.edge(node, "recommends")),
                fields.texts("ifPresent", TextForm.NAME, "[netstack]"),
                fields.list("conflicts", "[{feature: netstack, because: a reason}]", entries::conflict),
                fields.texts("auto", TextForm.NAME, "[dns, netstack]"),
                fields.fields("fallback", Level.FALLBACK, "fallback: {modules: [com.example.quiet]}")
                        .texts("modules", TextForm.MODULE, "[com.example.quiet]"),
                fields.texts("checks", TextForm.NAME, "[answers]"),
                bodies.dynamic(fields),
                fields.text("tag", TextForm.TAG_SPELLING)
                        .map(tag -> TagSpelling.valueOf(tag.text().toUpperCase(Locale.ROOT))));
    }

    private PlatformCondition platforms(Fields fields) {
        if (fields.node("platforms").orElse(null) instanceof Node.Items list) {
            shape.expected(
                    list,
                    "platforms of a feature takes a condition",
                    "write platforms: linux or windows (only in a profile it is a list)");
            return PlatformCondition.ALWAYS;
        }
        return fields.condition("platforms");
    }

    private Optional<Variant> variant(Node node) {
        String example = "{when: linux, modules: [com.example.linux]}";
        Fields fields = shape.fields(node, "an entry of variants", Level.VARIANT, example);
        FeatureBody body = bodies.read(fields);
        return fields.required("when", "linux").map(when -> new Variant(fields.condition("when"), body, node.place()));
    }
}
