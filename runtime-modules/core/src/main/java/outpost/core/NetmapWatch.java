package outpost.core;

import outpost.core.log.Log;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.NetmapException;
import outpost.core.netmap.NetmapFile;
import outpost.core.service.Health;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Keeps the last good netmap; a file that turns bad is a problem in health until it is good again. */
final class NetmapWatch {
    private static final String PROBLEM = "netmap";

    private final NetmapFile file;
    private final Published services;
    private final Log log;
    private final BiConsumer<Optional<Netmap>, Netmap> changes;
    private volatile Optional<Netmap> current = Optional.empty();
    private String complaint = "";

    /** @param changes told of each netmap that differs from the one before */
    NetmapWatch(Path file, Published services, Log log, BiConsumer<Optional<Netmap>, Netmap> changes) {
        this.file = new NetmapFile(file);
        this.services = services;
        this.log = log;
        this.changes = changes;
    }

    Optional<Netmap> current() {
        return current;
    }

    /** Looks at the file once. Called on the node's thread. */
    void look() {
        try {
            Optional<Netmap> read = file.poll();
            if (read.isPresent()) {
                complain("");
                take(read.get());
            }
        } catch (NetmapException e) {
            complain(e.getMessage());
        }
    }

    private void take(Netmap now) {
        Optional<Netmap> before = current;
        if (!before.equals(Optional.of(now))) {
            current = Optional.of(now);
            log.info("netmap read: " + now.self().name() + " and " + now.peers().size() + " peers");
            changes.accept(before, now);
        }
    }

    private void complain(String problem) {
        if (problem.equals(complaint)) {
            return;
        }
        complaint = problem;
        Optional<Health> health = services.find(Health.class);
        if (problem.isEmpty()) {
            health.ifPresent(open -> open.clear(PROBLEM));
            return;
        }
        String consequence = current.isPresent() ? "; the former netmap stays in use" : "";
        log.error("netmap not read: " + problem + consequence);
        health.ifPresent(open -> open.report(PROBLEM, problem + consequence));
    }
}
