package outpost.ipnbus;

import outpost.core.json.Json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Lines that wait for one listener. Who lets more than {@value #LIMIT} pile up is dropped: the lines are thrown away and one that
 * says so takes their place, so that nobody takes a stream with gaps for a whole one.
 */
final class Watcher {
    private static final int LIMIT = 64;

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean ended;

    synchronized void offer(Map<String, ?> object) {
        if (ended) {
            return;
        }
        if (lines.size() >= LIMIT) {
            lines.clear();
            end("more than " + LIMIT + " changes were not read in time; ask again for how things are");
            return;
        }
        lines.add(Json.line(object));
        notifyAll();
    }

    /** The line before all others: changes that came while it was made follow it. */
    synchronized void begin(Map<String, ?> object) {
        lines.addFirst(Json.line(object));
        notifyAll();
    }

    /** The last line says why; none comes after it. */
    synchronized void end(String reason) {
        if (!ended) {
            ended = true;
            lines.add(Json.line(Map.of("ended", reason)));
            notifyAll();
        }
    }

    /** The next line; an empty one if none comes within that time; nothing when there will be no more. */
    synchronized Optional<String> next(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; lines.isEmpty() && !ended && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        if (lines.isEmpty()) {
            return ended ? Optional.empty() : Optional.of("");
        }
        return Optional.of(lines.poll());
    }
}
