package io.whittle.graph.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of one mapping by their keys, each asked for in the form that its key takes. */
final class Fields {
    private final Shape shape;
    private final String what;
    private final Place place;
    private final boolean readable;
    private final Map<String, Node> values = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();

    /**
     * The entries of one mapping.
     *
     * @param what as messages call it
     * @param readable false when something else than a mapping was found, which has been reported: no key is missed then
     */
    Fields(Shape shape, String what, Place place, List<Node.Entry> entries, boolean readable) {
        this.shape = shape;
        this.what = what;
        this.place = place;
        this.readable = readable;
        for (Node.Entry entry : entries) {
            values.put(entry.key().text(), entry.value());
            keys.put(entry.key().text(), entry.key().place());
        }
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Which of these keys stand here, each at its place, in the order of the file. */
    List<Mention> standing(List<String> asked) {
        return asked.stream()
                .filter(keys::containsKey)
                .map(key -> new Mention(key, keys.get(key)))
                .sorted(Comparator.comparing(Mention::place))
                .toList();
    }

    /** Reports that none of these keys stands here, of which one has to. */
    void requiredOneOf(List<String> asked, String advice) {
        if (readable && standing(asked).isEmpty()) {
            shape.faults().shape(place, what + " has none of " + String.join(", ", asked) + "; " + advice);
        }
    }

    /** The value of a key that has to stand here. */
    Optional<Node> required(String key, String example) {
        if (readable && !values.containsKey(key)) {
            shape.faults().shape(place, what + " has no '" + key + "'; add it, such as " + key + ": " + example);
        }
        return node(key);
    }

    Optional<Mention> text(String key, TextForm form) {
        return node(key).flatMap(node -> shape.text(node, key, form));
    }

    Optional<Mention> requiredText(String key, TextForm form, String example) {
        return required(key, example).flatMap(node -> shape.text(node, key, form));
    }

    Optional<String> words(String key) {
        return text(key, TextForm.FREE).map(Mention::text);
    }

    /** How long something may take, in milliseconds. */
    Optional<Long> limit(String key) {
        Optional<Mention> text = text(key, TextForm.DURATION);
        Optional<Long> millis = text.map(limit -> Quantity.of(limit.text()));
        if (millis.filter(some -> some == 0).isPresent()) {
            shape.faults()
                    .meaning(
                            text.orElseThrow().place(),
                            text.get() + " leaves no time at all; write a longer one, or remove '" + key + "'");
        }
        return millis;
    }

    /** Texts of one form. */
    List<Mention> texts(String key, TextForm form, String example) {
        return optionalTexts(key, form, example).orElse(List.of());
    }

    /** Texts of one form; empty when the key does not stand here. */
    Optional<List<Mention>> optionalTexts(String key, TextForm form, String example) {
        return node(key)
                .map(node -> shape.list(node, key, example, item -> shape.text(item, "an entry of " + key, form)));
    }

    <T> List<T> list(String key, String example, Function<Node, Optional<T>> entry) {
        return node(key).map(node -> shape.list(node, key, example, entry)).orElse(List.of());
    }

    Optional<Boolean> flag(String key) {
        return node(key).flatMap(node -> shape.flag(node, key));
    }

    /** A condition; one that always holds when the key does not stand here. */
    PlatformCondition condition(String key) {
        return node(key).map(node -> shape.condition(node, key)).orElse(PlatformCondition.ALWAYS);
    }

    /** The keys of a mapping under this key; without any when it does not stand here. */
    Fields fields(String key, Level level, String example) {
        return node(key)
                .map(node -> shape.fields(node, key, level, example))
                .orElseGet(() -> new Fields(shape, key, place, List.of(), true));
    }

    /** The entries of a mapping under this key whose keys are the author's own. */
    List<Node.Entry> entries(String key, String example) {
        return node(key).map(node -> shape.entries(node, key, example)).orElse(List.of());
    }
}
