package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/** Reads what comes along with a feature, a variant or base: modules, requirements, needs. */
final class BodyShape {
    private final Shape shape;
    private final EntryShape entries;

    BodyShape(Shape shape, EntryShape entries) {
        this.shape = shape;
        this.entries = entries;
    }

    FeatureBody read(Fields fields) {
        return new FeatureBody(
                fields.texts("modules", TextForm.MODULE, "[com.example.dns]"),
                fields.texts("artifacts", TextForm.ARTIFACT, "[org.example:codec]"),
                fields.texts("jdkModules", TextForm.JDK_MODULE, "[jdk.zipfs]").stream()
                        .map(BodyShape::jdkModule)
                        .toList(),
                fields.list("requires", "[netstack]", node -> entries.edge(node, "requires")),
                fields.list("needs", "[packetpath]", entries::need));
    }

    List<DynamicUse> dynamic(Fields fields) {
        String example = "[{loads: com.example.Codec, how: service}]";
        return fields.list("dynamic", example, node -> {
            Fields use = shape.fields(node, "an entry of dynamic", Level.DYNAMIC, example);
            Optional<Mention> how = use.text("how", TextForm.FREE);
            return use.requiredText("loads", TextForm.FREE, "com.example.Codec")
                    .map(loads -> new DynamicUse(loads, how));
        });
    }

    private static JdkModule jdkModule(Mention text) {
        boolean whereItExists = text.text().endsWith("?");
        String name = whereItExists ? text.text().substring(0, text.text().length() - 1) : text.text();
        return new JdkModule(new Mention(name, text.place()), whereItExists);
    }
}
