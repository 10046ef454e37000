package outpost.core.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Writes at most one line a minute of each kind, for what anybody can cause as often as they like. A line that follows others that
 * were left out says how many; when none follows, their number is not told. A kind is remembered for good, so there must be few.
 */
public final class SparseLog {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private static final class Kind {
        private long told;
        private long untold;
    }

    private final Log log;
    private final LongSupplier nanoTime;
    private final Map<String, Kind> kinds = new HashMap<>();

    public SparseLog(Log log) {
        this(log, System::nanoTime);
    }

    /** @param nanoTime a clock that never goes back, as {@link System#nanoTime()} */
    public SparseLog(Log log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /** As {@link Log#error(String)}. */
    public void error(String kind, String message) {
        due(kind, message).ifPresent(log::error);
    }

    /** As {@link Log#v1(String)}. */
    public void v1(String kind, String message) {
        due(kind, message).ifPresent(log::v1);
    }

    private synchronized Optional<String> due(String name, String message) {
        long now = nanoTime.getAsLong();
        Kind kind = kinds.get(name);
        if (kind == null) {
            kind = new Kind();
            kinds.put(name, kind);
        } else if (now - kind.told < MINUTE_NANOS) {
            kind.untold++;
            return Optional.empty();
        }
        long untold = kind.untold;
        kind.told = now;
        kind.untold = 0;
        return Optional.of(
                untold == 0 ? message : message + " (and " + untold + " more times since this was last said)");
    }
}
