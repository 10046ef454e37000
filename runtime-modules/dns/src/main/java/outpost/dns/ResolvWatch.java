package outpost.dns;

import outpost.core.log.Log;
import outpost.core.service.Health;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Notices that somebody else has written resolv.conf, as programs for DHCP do with each renewal, and says when to take it anew: once
 * they have written all of it, and not so often that two who both want it do nothing else. It is a problem in health, and told once
 * in the log, until nobody has written it for a minute. Used on the node's thread only.
 */
final class ResolvWatch {
    /** How long what was taken anew is left to others before it is taken once more. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long it has to stay this node's for nothing to be wrong. */
    static final Duration CALM = Duration.ofMinutes(1);

    private static final String PROBLEM = "resolv-conf";

    private final ResolvConf file;
    private final Log log;
    private final Supplier<Optional<Health>> health;
    private final LongSupplier clock;
    private Optional<String> seen = Optional.empty();
    private boolean troubled;
    private long lostAt;
    private long takenAt;

    /** @param clock nanoseconds that only go on */
    ResolvWatch(ResolvConf file, Log log, Supplier<Optional<Health>> health, LongSupplier clock) {
        this.file = file;
        this.log = log;
        this.health = health;
        this.clock = clock;
    }

    /** Looks once; whether the file is to be taken anew now. */
    boolean isDue() throws IOException {
        Optional<String> before = seen;
        seen = file.lost();
        long now = clock.getAsLong();
        if (seen.isEmpty()) {
            if (troubled && now - takenAt >= CALM.toNanos()) {
                over();
                log.info(file + " has been left to this node for a minute");
            }
            return false;
        }
        if (before.isEmpty()) {
            lostAt = now;
        }
        // Half of a text would be kept as what stood there, but for who never ends nobody waits.
        boolean whole = seen.equals(before) || now - lostAt >= PAUSE.toNanos();
        return whole && (!troubled || now - takenAt >= PAUSE.toNanos());
    }

    /** The file is about to be taken: if somebody else had it, that is told. */
    void taking() throws IOException {
        if (file.lost().isEmpty()) {
            return;
        }
        takenAt = clock.getAsLong();
        if (!troubled) {
            troubled = true;
            log.error(file + " was written by another program; it is taken anew");
            health.get()
                    .ifPresent(open -> open.report(
                            PROBLEM,
                            file + " is written by another program as well, and names are"
                                    + " not found until it is taken anew: have that program, as a rule the client of DHCP, leave the file"
                                    + " alone, or set dns.resolv-conf to none"));
        }
    }

    /** Nothing is watched any more. */
    void over() {
        troubled = false;
        seen = Optional.empty();
        health.get().ifPresent(open -> open.clear(PROBLEM));
    }
}
