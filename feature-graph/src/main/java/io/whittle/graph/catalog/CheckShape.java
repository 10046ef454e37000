package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one entry of {@code checks}. */
final class CheckShape {
    private static final String COMMAND = "[my-app, --version]";

    private final Shape shape;

    CheckShape(Shape shape) {
        this.shape = shape;
    }

    Check check(Node.Entry entry) {
        Mention name = entry.key().mention();
        Fields fields = shape.fields(entry.value(), "check " + name, Level.CHECK, name + ": {run: " + COMMAND + "}");
        List<Mention> ports = fields.texts("ports", TextForm.NAME, "[api]");
        TemplateShape templates =
                new TemplateShape(shape, ports.stream().map(Mention::text).collect(Collectors.toSet()));
        return new Check(
                name,
                fields.words("summary"),
                fields.texts("with", TextForm.NAME, "[cli]"),
                fields.condition("when"),
                surroundings(fields, ports, templates),
                new StartShape(shape, templates).read(fields),
                new AskShape(shape, templates).read(fields),
                fields.limit("within").orElse(Check.WITHIN_MILLIS),
                fields.text("attempts", TextForm.ATTEMPTS)
                        .map(attempts -> Integer.valueOf(attempts.text()))
                        .orElse(1));
    }

    private Surroundings surroundings(Fields fields, List<Mention> ports, TemplateShape templates) {
        return new Surroundings(
                named(fields, "env", "{APP_HOME: '${dir}'}", TextForm.VARIABLE, templates),
                named(fields, "properties", "{net.mode: test}", TextForm.PROPERTY, templates),
                files(fields, templates),
                ports);
    }

    private List<Surroundings.Assignment> named(
            Fields fields, String key, String example, TextForm form, TemplateShape templates) {
        return keyed(fields, key, example, form, value -> templates.text(value, "an entry of " + key, TextForm.VALUE))
                .stream()
                .map(each -> new Surroundings.Assignment(each.key(), each.value()))
                .toList();
    }

    private List<LaidFile> files(Fields fields, TemplateShape templates) {
        String example = "{app.json: '{}', ca.pem: {from: src/test/ca.pem}}";
        return keyed(fields, "files", example, TextForm.FILE, value -> content(value, templates)).stream()
                .map(each -> new LaidFile(each.key(), each.value()))
                .toList();
    }

    private Optional<LaidFile.Content> content(Node node, TemplateShape templates) {
        if (node instanceof Node.Entries) {
            return shape.fields(node, "a file of a check", Level.COPY, "{from: src/test/ca.pem}")
                    .requiredText("from", TextForm.FILE, "src/test/ca.pem")
                    .map(LaidFile.Copy::new);
        }
        if (node instanceof Node.Text text && !text.isNothing()) {
            return templates.text(text, "files", TextForm.VALUE).map(LaidFile.Text::new);
        }
        shape.expected(
                node,
                "an entry of files takes the file's text, or a mapping",
                "write the text in quotes, \"\" for an empty file, or {from: src/test/ca.pem}");
        return Optional.empty();
    }

    private record Keyed<T>(Mention key, T value) {}

    private <T> List<Keyed<T>> keyed(
            Fields fields, String key, String example, TextForm form, Function<Node, Optional<T>> value) {
        List<Keyed<T>> read = new ArrayList<>();
        for (Node.Entry entry : fields.entries(key, key + ": " + example)) {
            Optional<Mention> name = shape.key(entry.key(), key, form);
            Optional<T> found = value.apply(entry.value());
            if (name.isPresent() && found.isPresent()) {
                read.add(new Keyed<>(name.get(), found.get()));
            }
        }
        return read;
    }
}
