package io.whittle.assembler.diff;

import io.whittle.assembler.lock.Change;
import io.whittle.assembler.text.ByteCount;
import io.whittle.graph.resolve.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Words that the console and Markdown share. */
final class DiffWords {
    private DiffWords() {}

    /** Images in which the same is other, under one headline. */
    record Group(List<ImageDiff> images, List<String> lines) {
        ImageDiff first() {
            return images.get(0);
        }

        /** {@code minimal on linux/amd64 and linux/arm64}. */
        String names() {
            Map<String, List<String>> platforms = new LinkedHashMap<>();
            for (ImageDiff image : images) {
                platforms
                        .computeIfAbsent(image.key().profile(), unseen -> new ArrayList<>())
                        .add(image.key().platform().toString());
            }
            List<String> names = new ArrayList<>();
            platforms.forEach((profile, on) -> names.add(profile + " on " + Words.list(on, "and")));
            String former = first().former().map(key -> key + " -> ").orElse("");
            return former + String.join("; ", names);
        }
    }

    /** The images, those together that tell the same apart from sizes; in order of the first of each. */
    static List<Group> groups(Diff diff) {
        Map<List<String>, List<ImageDiff>> groups = new LinkedHashMap<>();
        for (ImageDiff image : diff.images()) {
            List<String> key = new ArrayList<>(DiffLines.of(image));
            key.add(image.presence().word());
            groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(image);
        }
        List<Group> all = new ArrayList<>();
        groups.values().forEach(images -> all.add(new Group(images, DiffLines.of(images.get(0)))));
        return all;
    }

    /** What a group comes to, each part a few words; names of features are what this makes of them. */
    static List<String> summary(Group group, UnaryOperator<String> code) {
        ImageDiff image = group.first();
        List<String> parts = new ArrayList<>();
        if (image.presence() != Presence.BOTH) {
            parts.add(image.presence() == Presence.NEW ? "new" : "gone");
        }
        names(parts, "in", image.features(), true, code);
        names(parts, "out", image.features(), false, code);
        counts(parts, "modules", image.modules());
        counts(parts, "other jars", image.artifacts());
        image.jdk().ifPresent(jdk -> parts.add("another JDK"));
        if (!image.options().isEmpty()) {
            parts.add("other options");
        }
        image.budgets().stream()
                .filter(budget ->
                        budget.after().filter(after -> !after.isKept()).isPresent())
                .forEach(budget -> parts.add("budget " + code.apply(budget.name()) + " exceeded"));
        if (parts.isEmpty() && !image.reasons().isEmpty()) {
            parts.add("the same features for other reasons");
        }
        if (group.images().size() == 1) {
            size(image).ifPresent(parts::add);
        } else {
            sizes(group).ifPresent(parts::add);
        }
        return parts;
    }

    /** {@code 38.0 MiB -> 39.2 MiB (+1.2 MiB)}. */
    static Optional<String> size(ImageDiff image) {
        if (image.grown().filter(bytes -> bytes != 0).isPresent()) {
            return Optional.of(moved(image.before().get(), image.after().get()));
        }
        return image.presence() == Presence.BOTH
                ? Optional.empty()
                : image.before().or(image::after).map(ByteCount::spell);
    }

    private static Optional<String> sizes(Group group) {
        List<Long> grown = group.images().stream()
                .flatMap(image -> image.grown().stream())
                .sorted()
                .toList();
        if (grown.isEmpty() || grown.stream().allMatch(bytes -> bytes == 0)) {
            return Optional.empty();
        }
        String least = signed(grown.get(0));
        String most = signed(grown.get(grown.size() - 1));
        return Optional.of(least.equals(most) ? least : least + " to " + most);
    }

    static String moved(long before, long after) {
        return ByteCount.spell(before) + " -> " + ByteCount.spell(after) + " (" + signed(after - before) + ")";
    }

    static String signed(long bytes) {
        String spelled =
                Math.abs(bytes) < 1024 && bytes != 0 ? Math.abs(bytes) + " bytes" : ByteCount.spell(Math.abs(bytes));
        return (bytes < 0 ? "-" : "+") + spelled;
    }

    static String counted(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    private static void names(
            List<String> parts, String word, List<Change<Standing>> changes, boolean in, UnaryOperator<String> code) {
        List<String> names = changes.stream()
                .filter(change -> change.after().map(Standing::in).orElse(false) == in)
                .map(Change::name)
                .toList();
        if (!names.isEmpty()) {
            String more = names.size() > 12 ? " and " + (names.size() - 12) + " more" : "";
            parts.add(word + ": "
                    + String.join(", ", names.stream().limit(12).map(code).toList()) + more);
        }
    }

    private static void counts(List<String> parts, String what, List<? extends Change<?>> changes) {
        if (!changes.isEmpty()) {
            long added =
                    changes.stream().filter(change -> change.before().isEmpty()).count();
            long gone =
                    changes.stream().filter(change -> change.after().isEmpty()).count();
            List<String> words = new ArrayList<>();
            add(words, added, "new");
            add(words, gone, "gone");
            add(words, changes.size() - added - gone, "changed");
            parts.add(what + ": " + String.join(", ", words));
        }
    }

    private static void add(List<String> words, long count, String word) {
        if (count > 0) {
            words.add(count + " " + word);
        }
    }
}
