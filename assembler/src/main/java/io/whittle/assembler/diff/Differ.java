package io.whittle.assembler.diff;

import io.whittle.assembler.lock.LockedFinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds two sides against each other, in what both know. */
public final class Differ {
    private final Side from;
    private final Side to;
    private final List<String> notCompared = new ArrayList<>();

    private Differ(Side from, Side to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Compares. Linear in both sides, but for the sorting.
     *
     * @throws UnusableSideException when they have nothing in common that could be compared
     */
    public static Diff between(Side from, Side to) throws UnusableSideException {
        return new Differ(from, to).diff();
    }

    private Diff diff() throws UnusableSideException {
        List<ImageDiff> images = images();
        boolean both = from.findings().isPresent() && to.findings().isPresent();
        if (!both && (from.findings().isPresent() || to.findings().isPresent())) {
            notCompared.add("findings of audits: " + (from.findings().isPresent() ? to : from).words() + " has none");
        }
        SortedMap<LockedFinding, String> before = both ? from.findings().get() : new TreeMap<>();
        SortedMap<LockedFinding, String> after = both ? to.findings().get() : new TreeMap<>();
        return new Diff(from, to, subjects(), images, beside(after, before), beside(before, after), notCompared);
    }

    private static SortedMap<LockedFinding, String> beside(
            SortedMap<LockedFinding, String> findings, SortedMap<LockedFinding, String> others) {
        SortedMap<LockedFinding, String> left = new TreeMap<>(findings);
        left.keySet().removeAll(others.keySet());
        return left;
    }

    private List<ImageDiff> images() throws UnusableSideException {
        if (from.kind() == Kind.IMAGE && to.kind() == Kind.IMAGE) {
            return List.of(diff(from.keys().first(), to.keys().first()));
        }
        from.refused().forEach((key, why) -> refused(from, key, why));
        to.refused().forEach((key, why) -> refused(to, key, why));
        SortedSet<ImageKey> keys = new TreeSet<>(from.keys());
        keys.addAll(to.keys());
        SortedSet<ImageKey> both = new TreeSet<>(from.keys());
        both.retainAll(to.keys());
        if (from.kind() != to.kind()) {
            holdSomethingShared(both);
            keys.removeAll(both);
            keys.forEach(key -> notCompared.add(
                    key + ": " + (from.images().containsKey(key) ? to : from).words() + " does not have it"));
            keys = both;
        }
        // Where one side refused it, it is neither new nor gone.
        keys.removeIf(key -> from.refused().containsKey(key) || to.refused().containsKey(key));
        List<ImageDiff> images = new ArrayList<>();
        for (ImageKey key : keys) {
            images.add(both.contains(key) ? diff(key, key) : alone(key));
        }
        return images;
    }

    private void refused(Side side, ImageKey key, String why) {
        notCompared.add(key + " cannot be had in " + side.words() + ": " + why);
    }

    private void holdSomethingShared(SortedSet<ImageKey> both) throws UnusableSideException {
        boolean findings = from.findings().isPresent() && to.findings().isPresent();
        if (both.isEmpty() && !findings) {
            throw new UnusableSideException(
                    List.of("There is nothing to compare: " + from.words() + " has " + names(from)
                            + ", and " + to.words() + " has " + names(to)
                            + ".\n  Name two that share a profile and a platform; the folders of two images are compared whatever"
                            + " their names."));
        }
    }

    private static String names(Side side) {
        return side.images().isEmpty()
                ? "no images"
                : side.images().keySet().stream()
                        .limit(8)
                        .map(ImageKey::toString)
                        .collect(Collectors.joining(
                                ", ",
                                "",
                                side.images().size() > 8
                                        ? " and " + (side.images().size() - 8) + " more"
                                        : ""));
    }

    private ImageDiff diff(ImageKey before, ImageKey after) {
        return new StateDiff(from.images().get(before), to.images().get(after), from.kind() == to.kind())
                .between(before, after);
    }

    private ImageDiff alone(ImageKey key) {
        Optional<ImageState> before = Optional.ofNullable(from.images().get(key));
        Optional<ImageState> after = Optional.ofNullable(to.images().get(key));
        return new ImageDiff(
                key,
                Optional.empty(),
                before.isEmpty() ? Presence.NEW : Presence.GONE,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                before.flatMap(ImageState::bytes),
                after.flatMap(ImageState::bytes),
                List.of(),
                List.of());
    }

    private List<Diff.SubjectDiff> subjects() {
        if (from.statements().isEmpty() || to.statements().isEmpty()) {
            return List.of();
        }
        SortedMap<Subject, SortedSet<String>> before = from.statements().get();
        SortedMap<Subject, SortedSet<String>> after = to.statements().get();
        SortedSet<Subject> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Diff.SubjectDiff> subjects = new ArrayList<>();
        for (Subject subject : all) {
            SortedSet<String> gone = new TreeSet<>(before.getOrDefault(subject, new TreeSet<>()));
            SortedSet<String> added = new TreeSet<>(after.getOrDefault(subject, new TreeSet<>()));
            SortedSet<String> kept = new TreeSet<>(gone);
            kept.retainAll(added);
            gone.removeAll(kept);
            added.removeAll(kept);
            Presence presence = !before.containsKey(subject)
                    ? Presence.NEW
                    : after.containsKey(subject) ? Presence.BOTH : Presence.GONE;
            if (presence != Presence.BOTH || !gone.isEmpty() || !added.isEmpty()) {
                subjects.add(new Diff.SubjectDiff(subject, presence, gone, added));
            }
        }
        return subjects;
    }
}
