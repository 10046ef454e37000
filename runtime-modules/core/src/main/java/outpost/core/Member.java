package outpost.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An activity and how far it is. Used on the node's thread only. */
final class Member {
    /**
     * How long after a failure an activity is tried again, the first, the second time, and so on; the last holds for all that follow.
     * Much of what is missing comes by itself within a second or two, such as an address that the kernel has yet to prove its own.
     */
    static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final String feature;
    private final Activity activity;
    private Optional<String> failure = Optional.empty();
    private long failedAt;
    private int failures;
    private boolean up;

    Member(String feature, Activity activity) {
        this.feature = feature;
        this.activity = activity;
    }

    String feature() {
        return feature;
    }

    Activity activity() {
        return activity;
    }

    /** Whether it has come up, so that it is only to be told of netmaps from now on. */
    boolean isUp() {
        return up;
    }

    void cameUp() {
        up = true;
    }

    /** It is down, well or not. */
    void over() {
        up = false;
        succeeded();
    }

    /** What was wrong the last time; empty where it went well. */
    Optional<String> failure() {
        return failure;
    }

    void failed(String how, long nanos) {
        failure = Optional.of(how);
        failedAt = nanos;
        failures++;
    }

    void succeeded() {
        failure = Optional.empty();
        failures = 0;
    }

    /** What it is to be told is new: where it fails on that too, it is tried again as soon as after a first failure. */
    void begin() {
        failures = 0;
    }

    /** Whether it failed so long ago that it is to be tried again. */
    boolean isDue(long nanos) {
        return failure.isPresent() && nanos - failedAt >= pause().toNanos();
    }

    private Duration pause() {
        return PAUSES.get(Math.max(0, Math.min(failures, PAUSES.size()) - 1));
    }
}
