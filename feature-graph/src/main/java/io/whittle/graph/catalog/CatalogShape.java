package io.whittle.graph.catalog;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the whole file's shape: every key and value for itself. What names mean and how lines clash is left to
 * {@link CatalogMeaning}.
 */
final class CatalogShape {
    private static final String EXAMPLE = "keys and values, such as schema: 1";

    private final CatalogSource source;
    private final Shape shape;

    CatalogShape(CatalogSource source, Shape shape) {
        this.source = source;
        this.shape = shape;
    }

    FeatureCatalog read(Node root) {
        Fields fields = shape.fields(root, "the file", Level.CATALOG, EXAMPLE);
        fields.required("schema", "1").ifPresent(this::schema);
        FeatureShape features = new FeatureShape(shape);
        return new FeatureCatalog(
                source,
                fields.text("name", TextForm.NAME),
                features.base(fields),
                named(fields, "features", "netstack: {modules: [com.example.netstack]}", features::feature),
                named(fields, "capabilities", "packetpath: {providers: [netstack]}", this::capability),
                new ImageShape(shape).read(fields),
                named(fields, "profiles", "full: {include: all}", new ProfileShape(shape)::profile),
                named(fields, "checks", "answers: {run: [my-app, --version]}", new CheckShape(shape)::check),
                new ArtifactShape(shape).read(fields),
                tags(fields));
    }

    private void schema(Node node) {
        if (!(node instanceof Node.Text text) || text.isNothing()) {
            shape.expected(node, "schema takes a number", "write schema: 1");
        } else if (text.text().matches("[1-9][0-9]*") && !text.text().equals("1")) {
            shape.faults()
                    .shape(
                            text.place(),
                            "schema " + text.text() + " is newer than this Whittle, which knows schema 1;"
                                    + " update Whittle to a version that reads it");
        } else if (!text.text().equals("1")) {
            shape.faults().shape(text.place(), "'" + text.text() + "' is no schema that exists; write schema: 1");
        }
    }

    private <T> SortedMap<String, T> named(Fields catalog, String key, String example, Function<Node.Entry, T> entry) {
        SortedMap<String, T> named = new TreeMap<>();
        for (Node.Entry each : catalog.entries(key, key + ": {" + example + "}")) {
            shape.key(each.key(), key, TextForm.NAME);
            // Kept under a bad name too, so that whoever mentions it is not told that it does not exist.
            named.put(each.key().text(), entry.apply(each));
        }
        return named;
    }

    private Capability capability(Node.Entry entry) {
        Mention name = entry.key().mention();
        Fields fields =
                shape.fields(entry.value(), "capability " + name, Level.CAPABILITY, name + ": {providers: [netstack]}");
        fields.required("providers", "[netstack]")
                .ifPresent(providers -> shape.atLeastOne(providers, "providers", "[netstack]"));
        return new Capability(
                name,
                fields.texts("providers", TextForm.NAME, "[netstack]"),
                fields.flag("exclusive").orElse(false));
    }

    private Tags tags(Fields catalog) {
        Fields fields = catalog.fields("tags", Level.TAGS, "tags: {omitted: 'ts_omit_{name}'}");
        Optional<Mention> omitted = fields.text("omitted", TextForm.TAG_TEMPLATE);
        return new Tags(omitted, fields.text("included", TextForm.TAG_TEMPLATE));
    }
}
