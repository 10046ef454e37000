package io.whittle.graph.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one entry of {@code profiles}. */
final class ProfileShape {
    private final Shape shape;
    private final EntryShape entries;
    private final ImageShape images;

    ProfileShape(Shape shape) {
        this.shape = shape;
        this.entries = new EntryShape(shape);
        this.images = new ImageShape(shape);
    }

    Profile profile(Node.Entry entry) {
        Mention name = entry.key().mention();
        Fields fields =
                shape.fields(entry.value(), "profile " + name, Level.PROFILE, name + ": {include: [dns, netstack]}");
        Optional<Node> include = fields.node("include");
        Optional<Place> all = include.filter(
                        node -> node instanceof Node.Text text && text.text().equals("all"))
                .map(Node::place);
        return new Profile(
                name,
                fields.words("summary"),
                fields.text("extends", TextForm.NAME),
                all,
                include.filter(node -> all.isEmpty()).map(this::included).orElse(List.of()),
                fields.node("exclude")
                        .map(node -> entries.words(node, "exclude"))
                        .orElse(List.of()),
                choose(fields),
                fields.flag("recommends"),
                fields.fields("forbid", Level.FORBID, "forbid: {modules: [java.desktop]}")
                        .texts("modules", TextForm.MODULE, "[java.desktop]"),
                fields.node("platforms").map(this::platforms),
                budgets(fields),
                replace(fields),
                images.read(fields));
    }

    private List<Word> included(Node node) {
        if (node instanceof Node.Text text && !text.isNothing() && nearAll(text.text())) {
            shape.expected(
                    text,
                    "include takes all, or a list",
                    "write include: all"
                            + (TextForm.NAME.fits(text.text())
                                    ? "; if a feature is meant, put it in brackets: include: [" + text.text() + "]"
                                    : ""));
            return List.of();
        }
        return entries.words(node, "include");
    }

    private static boolean nearAll(String text) {
        return new NearestName()
                .to(text.toLowerCase(Locale.ROOT), List.of("all"))
                .isPresent();
    }

    private List<Choice> choose(Fields fields) {
        List<Choice> choices = new ArrayList<>();
        for (Node.Entry entry : fields.entries("choose", "choose: {packetpath: netstack}")) {
            shape.atLeastOne(entry.value(), "choose", "{" + entry.key().text() + ": [netstack]}");
            shape.key(entry.key(), "choose", TextForm.NAME).ifPresent(capability -> {
                List<Edge> providers = entry.value() instanceof Node.Items
                        ? shape.list(entry.value(), "choose", "[netstack]", node -> entries.edge(node, "choose"))
                        : provider(entry);
                choices.add(new Choice(capability, providers));
            });
        }
        return choices;
    }

    private List<Edge> provider(Node.Entry entry) {
        if (entry.value() instanceof Node.Text text && text.isNothing()) {
            shape.expected(
                    text, "choose takes a provider", "write " + entry.key().text() + ": netstack");
            return List.of();
        }
        return entries.edge(entry.value(), "choose").stream().toList();
    }

    private List<PlatformMention> platforms(Node node) {
        return shape.list(node, "platforms", "[linux/amd64, linux/arm/v7]", item -> {
            if (!(item instanceof Node.Text text)) {
                shape.expected(item, "an entry of platforms is a text", "write one such as linux/amd64");
                return Optional.empty();
            }
            try {
                return Optional.of(new PlatformMention(Platform.parse(text.text()), text.place()));
            } catch (IllegalPlatformException illegal) {
                shape.faults().shape(text.place(), "'" + text.text() + "' is no platform: " + illegal.getMessage());
                return Optional.empty();
            }
        });
    }

    private SortedMap<String, Budget> budgets(Fields profile) {
        Fields fields = profile.fields("budgets", Level.BUDGETS, "budgets: {image: 40 MiB, start: 700 ms}");
        SortedMap<String, Budget> budgets = new TreeMap<>();
        for (String key : Level.BUDGETS.keys()) {
            TextForm form = key.equals("start") ? TextForm.DURATION : TextForm.SIZE;
            fields.text(key, form).ifPresent(text -> budgets.put(key, new Budget(text, Quantity.of(text.text()))));
        }
        return budgets;
    }

    private SortedMap<String, Mention> replace(Fields fields) {
        SortedMap<String, Mention> replace = new TreeMap<>();
        for (Node.Entry entry : fields.entries("replace", "replace: {org.example.codec: com.example:codec-fork}")) {
            Optional<Mention> module = shape.key(entry.key(), "replace", TextForm.MODULE);
            Optional<Mention> artifact = shape.text(entry.value(), "replace", TextForm.ARTIFACT);
            if (module.isPresent() && artifact.isPresent()) {
                replace.put(module.get().text(), artifact.get());
            }
        }
        return replace;
    }
}
