package io.whittle.graph.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text of a check in which placeholders stand for what is known only when it runs: {@code ${dir}}, the check's own
 * folder, {@code ${image}}, the image's, and {@code ${port.NAME}}, a port of the check.
 *
 * @param source as the catalogue spells it, with its place
 * @param parts in order; what is between them, nothing
 */
public record Template(Mention source, List<Part> parts) {
    /** The placeholder of the check's own folder. */
    public static final String DIR = "dir";

    /** The placeholder of the image's folder. */
    public static final String IMAGE = "image";

    public Template {
        parts = List.copyOf(parts);
    }

    /** The placeholder of a port. */
    public static String port(String name) {
        return "port." + name;
    }

    /**
     * The text with its placeholders filled in.
     *
     * @param values by placeholder: {@link #DIR}, {@link #IMAGE}, and {@link #port} of every port of the check
     * @throws IllegalArgumentException when a value is missing
     */
    public String render(Map<String, String> values) {
        return parts.stream().map(part -> rendered(part, values)).collect(Collectors.joining());
    }

    private String rendered(Part part, Map<String, String> values) {
        if (part instanceof Literal literal) {
            return literal.text();
        }
        String name = ((Placeholder) part).name();
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for ${" + name + "} of " + source.place());
        }
        return value;
    }

    /** The text as the catalogue spells it. */
    @Override
    public String toString() {
        return source.text();
    }

    /** A part of the text. */
    public sealed interface Part {}

    /** What stands for itself. */
    public record Literal(String text) implements Part {}

    /**
     * What is filled in.
     *
     * @param name without <code>${</code> and <code>}</code>
     */
    public record Placeholder(String name) implements Part {}
}
