package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of one check that may hold placeholders. */
final class TemplateShape {
    private static final Pattern SPECIAL = Pattern.compile("\\$\\$\\{|\\$\\{([^${}\\s]*)(}?)");

    // Nobody reads more about one text.
    private static final int MOST_FAULTS = 20;

    private final Shape shape;
    private final Set<String> ports;
    private final SortedSet<String> known = new TreeSet<>(Set.of(Template.DIR, Template.IMAGE));

    /**
     * A reader of one check's texts.
     *
     * @param ports the ports of the check
     */
    TemplateShape(Shape shape, Set<String> ports) {
        this.shape = shape;
        this.ports = ports;
        ports.forEach(port -> known.add(Template.port(port)));
    }

    List<Template> words(Fields fields, String key, String example) {
        return fields.list(key, example, node -> text(node, "an entry of " + key, TextForm.WORD));
    }

    Optional<Template> text(Node node, String what, TextForm form) {
        return shape.text(node, what, form).map(mention -> template((Node.Text) node));
    }

    private Template template(Node.Text node) {
        String text = node.text();
        List<Template.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        Matcher special = SPECIAL.matcher(text);
        int from = 0;
        int faults = 0;
        while (special.find() && faults < MOST_FAULTS) {
            literal.append(text, from, special.start());
            from = special.end();
            String name = special.group(1);
            if (name == null) {
                literal.append("${");
                continue;
            }
            Optional<String> fault = fault(name, !special.group(2).isEmpty());
            if (fault.isPresent()) {
                shape.faults().meaning(shape.place(node, special.start()), fault.get());
                faults++;
            }
            flush(literal, parts);
            parts.add(new Template.Placeholder(name));
        }
        literal.append(text.substring(from));
        flush(literal, parts);
        return new Template(node.mention(), parts);
    }

    private static void flush(StringBuilder literal, List<Template.Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Template.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Optional<String> fault(String name, boolean closed) {
        if (!closed) {
            return Optional.of("a '${' is never closed; write a placeholder like ${dir}, or $${ for the characters"
                    + " themselves");
        }
        if (known.contains(name)) {
            return Optional.empty();
        }
        String begins = "there is no placeholder " + placeholder(name);
        Optional<String> meant = shape.nearest().to(name.toLowerCase(Locale.ROOT), known);
        if (name.startsWith(Template.port(""))) {
            String port = name.substring(Template.port("").length());
            return Optional.of(noPort(port, begins, meant.filter(near -> near.startsWith(Template.port("")))));
        }
        return Optional.of(begins + "; "
                + meant.map(near -> "did you mean " + placeholder(near) + "? A").orElse("a")
                + " check has ${dir}, ${image}, and ${port.NAME} for each of its ports; for the characters themselves"
                + " write $" + placeholder(name));
    }

    /** Reports a port that the check has not. */
    void port(Mention port) {
        if (!ports.contains(port.text())) {
            Optional<String> meant = shape.nearest().to(port.text(), new TreeSet<>(ports));
            shape.faults().meaning(port.place(), noPort(port.text(), "there is no port '" + port + "'", meant));
        }
    }

    private static String noPort(String port, String begins, Optional<String> meant) {
        String declare = TextForm.NAME.fits(port)
                ? "declare " + port + " under ports of this check, such as ports: [" + port + "]"
                : "declare a port under ports of this check, such as ports: [api]";
        return begins + "; "
                + meant.map(near -> "did you mean " + (near.contains(".") ? placeholder(near) : "'" + near + "'")
                                + "? Write that, or " + declare)
                        .orElse(declare);
    }

    private static String placeholder(String name) {
        return "${" + name + "}";
    }
}
