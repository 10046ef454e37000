package outpost.core.count;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** How often each of a few things has happened. Safe for use by several threads, none of which waits for another. */
public final class Tally<E extends Enum<E>> {
    private final E[] things;
    private final AtomicLongArray counts;

    public Tally(Class<E> type) {
        things = type.getEnumConstants();
        counts = new AtomicLongArray(things.length);
    }

    /** It has happened once more. */
    public void count(E thing) {
        counts.incrementAndGet(thing.ordinal());
    }

    public long of(E thing) {
        return counts.get(thing.ordinal());
    }

    /** Every thing, also those that never happened, named as {@link Counters} wants it: {@code TOO_MANY} is {@code too-many}. */
    public Map<String, Long> read() {
        Map<String, Long> read = new TreeMap<>();
        for (E thing : things) {
            read.put(thing.name().toLowerCase(Locale.ROOT).replace('_', '-'), of(thing));
        }
        return read;
    }
}
