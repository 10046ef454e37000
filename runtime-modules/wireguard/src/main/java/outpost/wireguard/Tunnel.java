package outpost.wireguard;

import outpost.core.Activity;
import outpost.core.Node;
import outpost.core.netmap.Netmap;
import outpost.core.service.DeviceReplaced;
import outpost.core.service.Health;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The device while the node is up: where its process ends by itself it is made anew, and whoever set something on it is told. */
final class Tunnel implements Activity {
    private static final String NAME = "wireguard";

    /** One that ends as soon as it is there is not to keep the machine busy. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    /** What the device has to be told once, beside its peers. */
    @FunctionalInterface
    interface Whole {
        Configuration of(Netmap netmap);
    }

    private final Node node;
    private final String device;
    private final Daemon daemon;
    private final ControlSocket socket;
    private final Whole whole;
    private final Optional<String> wayOut;
    private final WireGuard.Marker marker;
    private Runnable again = () -> {};
    private SortedSet<String> peers = new TreeSet<>();
    private boolean made;
    private boolean told;

    Tunnel(
            Node node,
            String device,
            Daemon daemon,
            ControlSocket socket,
            Whole whole,
            Optional<String> wayOut,
            WireGuard.Marker marker) {
        this.node = node;
        this.device = device;
        this.daemon = daemon;
        this.socket = socket;
        this.whole = whole;
        this.wayOut = wayOut;
        this.marker = marker;
    }

    /** Takes part in the node's going up and down. */
    synchronized void join() {
        again = node.whileRunning(NAME, this);
    }

    @Override
    public synchronized void up(Netmap netmap) throws IOException {
        marker.set(true);
        if (!daemon.isAlive()) {
            told = false;
            daemon.start(this::ended);
            if (made) {
                node.events().emit(new DeviceReplaced(device));
            }
            made = true;
        }
        socket.set(whole.of(netmap));
        told = true;
        peers = Configuration.keys(netmap);
    }

    @Override
    public synchronized void refresh(Netmap netmap) throws IOException {
        if (!told || !daemon.isAlive()) {
            up(netmap);
            return;
        }
        socket.set(Configuration.peers(wayOut).with(netmap, peers));
        peers = Configuration.keys(netmap);
    }

    @Override
    public synchronized void down() throws IOException {
        made = false;
        daemon.stop();
        marker.set(false);
    }

    private synchronized void ended() {
        if (!made || !told) {
            // Down, or not configured yet: then that failed, and is tried again all the same.
            return;
        }
        told = false;
        String problem =
                "the process of " + device + " has ended, and nothing reaches the mesh until it is there again";
        node.log(NAME).error(problem);
        node.find(Health.class).ifPresent(health -> health.report(NAME, problem));
        CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(again);
    }
}
