package io.whittle.assembler.fresh;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that is kept so that it need not be made again, and that may be lost at any time.
 *
 * @param path where it is
 * @param bytes that it takes
 * @param used when it last was of use
 */
public record Kept(Path path, long bytes, Instant used) {
    /** No build takes so long: what was used since may be in somebody's hands. */
    private static final Duration IN_HANDS = Duration.ofDays(1);

    /** What nobody has used for so long is of a former state of the project. */
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    /**
     * What of it all should go, the longest unused first: what nobody has used for 30 days, and as much else as is too much; nothing that
     * was used within a day.
     *
     * @param limit how many bytes may stay
     */
    public static List<Kept> tooMuch(List<Kept> all, long limit, Instant now) {
        List<Kept> oldest = new ArrayList<>(all);
        oldest.sort(Comparator.comparing(Kept::used));
        long bytes = all.stream().mapToLong(Kept::bytes).sum();
        List<Kept> out = new ArrayList<>();
        for (Kept each : oldest) {
            boolean forgotten = each.used().isBefore(now.minus(FORGOTTEN));
            boolean inHands = each.used().isAfter(now.minus(IN_HANDS));
            if (forgotten || bytes > limit && !inHands) {
                out.add(each);
                bytes -= each.bytes();
            }
        }
        return out;
    }
}
