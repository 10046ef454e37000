package io.whittle.assembler.lock;

import io.whittle.assembler.text.ByteCount;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How a profile on a platform differs from what was accepted: {@code - accepted}, {@code + now}, one item a line, in the
 * order of the document.
 */
public final class EntryDiff {
    private final List<String> lines = new ArrayList<>();

    private EntryDiff() {}

    /** The difference in what is known before an image is made; empty when there is none. Linear in both. */
    public static List<String> ofContents(Optional<LockEntry> accepted, LockContents now) {
        EntryDiff diff = new EntryDiff();
        if (accepted.isPresent()) {
            diff.contents(accepted.get().contents(), now);
        } else {
            diff.lines.add("+ not accepted yet: " + count(now.features().size(), "feature") + ", "
                    + count(now.modules().size(), "module") + ", " + jdk(now.jdk()));
        }
        return List.copyOf(diff.lines);
    }

    /** The difference in size, if it is more than is tolerated. */
    public static List<String> ofSize(long accepted, long now, Tolerance tolerance) {
        return tolerance.covers(accepted, now)
                ? List.of()
                : List.of("- " + size(accepted), "+ " + size(now) + moved(accepted, now));
    }

    /** The whole difference between what was accepted and what shall be. */
    public static List<String> of(Optional<LockEntry> accepted, LockEntry now, Tolerance tolerance) {
        List<String> all = new ArrayList<>(ofContents(accepted, now.contents()));
        all.addAll(accepted.map(entry -> ofSize(entry.imageBytes(), now.imageBytes(), tolerance))
                .orElseGet(() -> List.of("+ " + size(now.imageBytes()))));
        return List.copyOf(all);
    }

    private void contents(LockContents accepted, LockContents now) {
        if (!accepted.jdk().equals(now.jdk())) {
            lines.add("- " + jdk(accepted.jdk()));
            lines.add("+ " + jdk(now.jdk()));
        }
        items(accepted.options(), now.options(), (name, value) -> "option " + name + " (" + value + ")");
        items(accepted.features(), now.features(), (name, reason) -> "feature " + name + " (" + reason + ")");
        items(accepted.modules(), now.modules(), (name, origin) -> "module " + name + " (" + origin.words() + ")");
        items(accepted.artifacts(), now.artifacts(), EntryDiff::artifact);
    }

    private <V> void items(Map<String, V> accepted, Map<String, V> now, BiFunction<String, V, String> spell) {
        for (Change<V> change : Change.between(accepted, now)) {
            change.before().ifPresent(value -> lines.add("- " + spell.apply(change.name(), value)));
            change.after().ifPresent(value -> lines.add("+ " + spell.apply(change.name(), value)));
        }
    }

    private static String jdk(LockContents.Jdk jdk) {
        return "jdk " + jdk.words();
    }

    // The name of a dependency's jar is a part of its coordinates.
    private static String artifact(String name, LockedOrigin origin) {
        return origin instanceof LockedOrigin.OfDependency dependency
                ? "artifact " + dependency.artifact() + " (sha256 " + dependency.sha256() + ")"
                : "artifact " + name + " (" + origin.words() + ")";
    }

    private static String size(long bytes) {
        return "image " + ByteCount.spell(bytes) + " (" + bytes + " bytes)";
    }

    private static String moved(long accepted, long now) {
        String word = now > accepted ? "more" : "less";
        return accepted == 0
                ? ""
                : String.format(Locale.ROOT, ", %.1f %% %s", 100.0 * Math.abs(now - accepted) / accepted, word);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
