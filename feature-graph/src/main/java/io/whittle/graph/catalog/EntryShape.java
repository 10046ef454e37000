package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads entries that are a name, or a mapping that says more about the name. */
final class EntryShape {
    private static final String EDGE_EXAMPLE = "{feature: netstack, when: linux}";
    private static final String NEED_EXAMPLE = "{capability: packetpath, when: linux}";
    private static final String BECAUSE_EXAMPLE = "{feature: netstack, because: the router has its own}";

    private final Shape shape;

    EntryShape(Shape shape) {
        this.shape = shape;
    }

    /** An entry of {@code requires}, {@code recommends} or {@code choose}. */
    Optional<Edge> edge(Node node, String what) {
        return edge(node, what, Level.EDGE, "feature", "netstack", EDGE_EXAMPLE);
    }

    Optional<Edge> need(Node node) {
        return edge(node, "needs", Level.NEED, "capability", "packetpath", NEED_EXAMPLE);
    }

    Optional<Conflict> conflict(Node node) {
        if (node instanceof Node.Entries) {
            Fields fields = shape.fields(node, "an entry of conflicts", Level.CONFLICT, BECAUSE_EXAMPLE);
            Optional<String> because = fields.words("because");
            PlatformCondition when = fields.condition("when");
            return fields.requiredText("feature", TextForm.NAME, "netstack")
                    .map(name -> new Conflict(name, because, when));
        }
        return name(node, "conflicts", "netstack", BECAUSE_EXAMPLE)
                .map(name -> new Conflict(name, Optional.empty(), PlatformCondition.ALWAYS));
    }

    /** The value of {@code include} or {@code exclude}: a list, or a mapping from names to reasons. */
    List<Word> words(Node node, String what) {
        if (node instanceof Node.Text text && text.isNothing()) {
            return List.of();
        }
        if (node instanceof Node.Entries mapping) {
            List<Word> words = new ArrayList<>();
            mapping.entries().forEach(entry -> reasoned(entry, what).ifPresent(words::add));
            return words;
        }
        return shape.list(node, what, "[netstack]", item -> word(item, what));
    }

    private Optional<Word> word(Node node, String what) {
        if (node instanceof Node.Entries) {
            Fields fields = shape.fields(node, "an entry of " + what, Level.WORD, BECAUSE_EXAMPLE);
            Optional<String> because = fields.words("because");
            PlatformCondition when = fields.condition("when");
            return fields.requiredText("feature", TextForm.NAME, "netstack").map(name -> new Word(name, because, when));
        }
        return name(node, what, "netstack", BECAUSE_EXAMPLE)
                .map(name -> new Word(name, Optional.empty(), PlatformCondition.ALWAYS));
    }

    private Optional<Word> reasoned(Node.Entry entry, String what) {
        Optional<Mention> name = shape.key(entry.key(), what, TextForm.NAME);
        if (entry.value() instanceof Node.Text text) {
            Optional<String> because = text.isNothing()
                    ? Optional.empty()
                    : shape.text(text, what, TextForm.FREE).map(Mention::text);
            return name.map(feature -> new Word(feature, because, PlatformCondition.ALWAYS));
        }
        Fields fields = shape.fields(
                entry.value(),
                "a reason of " + what,
                Level.REASON,
                entry.key().text() + ": a reason, or {because: a reason, when: linux}");
        Optional<String> because = fields.words("because");
        PlatformCondition when = fields.condition("when");
        return name.map(feature -> new Word(feature, because, when));
    }

    private Optional<Edge> edge(Node node, String what, Level level, String key, String name, String example) {
        if (node instanceof Node.Entries) {
            Fields fields = shape.fields(node, "an entry of " + what, level, example);
            PlatformCondition when = fields.condition("when");
            return fields.requiredText(key, TextForm.NAME, name).map(target -> new Edge(target, when));
        }
        return name(node, what, name, example).map(target -> new Edge(target, PlatformCondition.ALWAYS));
    }

    private Optional<Mention> name(Node node, String what, String name, String example) {
        if (node instanceof Node.Text) {
            return shape.text(node, "an entry of " + what, TextForm.NAME);
        }
        shape.expected(node, "an entry of " + what + " is a name or a mapping", "write " + name + " or " + example);
        return Optional.empty();
    }
}
