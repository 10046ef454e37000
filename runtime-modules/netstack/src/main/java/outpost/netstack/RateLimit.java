package outpost.netstack;

/** So many a second on average, and as many at once. Not safe for several threads. */
final class RateLimit {
    private final int perSecond;
    private double left;
    private long last;

    RateLimit(int perSecond, long nanos) {
        this.perSecond = perSecond;
        this.left = perSecond;
        this.last = nanos;
    }

    boolean allows(long nanos) {
        left = Math.min(perSecond, left + (nanos - last) / 1e9 * perSecond);
        last = nanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
