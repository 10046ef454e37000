package outpost.peerapiserver;

import outpost.core.count.Tally;
import outpost.core.http.Admission;
import outpost.core.http.HttpEvent;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpRoutes;
import outpost.core.http.HttpServer;
import outpost.core.log.Causes;
import outpost.core.log.Log;
import outpost.core.netmap.Addresses;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server on each of this node's addresses, and on no other. */
final class Listeners implements Closeable {
    private static final int CONNECTIONS = 128;

    /**
     * An address that was just given to a device may take a moment to be one that can be listened on. Who waits longer holds up all else
     * that comes up with the node, which tries again by itself.
     */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final long LOOK_MILLIS = 50;

    private final int port;
    private final Admission admission;
    private final HttpRoutes routes;
    private final Log log;
    private final Tally<HttpEvent> events = new Tally<>(HttpEvent.class);
    private final Map<InetAddress, Listener> listeners = new LinkedHashMap<>();

    private record Listener(InetSocketAddress bound, HttpServer server) {}

    /** @param port 0 for any that is free */
    Listeners(int port, Admission admission, HttpRoutes routes, Log log) {
        this.port = port;
        this.admission = admission;
        this.routes = routes;
        this.log = log;
    }

    /**
     * Listens there, and no longer where it did before. Addresses that stay keep their connections.
     *
     * @throws IOException if it could not on one of them, after it has on all of the others
     */
    synchronized void listenOn(List<InetAddress> own) throws IOException {
        closeBut(own);
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<IOException> failures = new ArrayList<>();
        for (InetAddress address : own) {
            if (!listeners.containsKey(address)) {
                try {
                    listeners.put(address, listener(bind(new InetSocketAddress(address, port), end)));
                } catch (IOException e) {
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private Listener listener(ServerSocketChannel channel) throws IOException {
        InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
        return new Listener(
                bound, HttpServer.start("outpost-peerapi", channel, limits(), admission, routes, log, events));
    }

    /** What callers do, on all addresses together. */
    Tally<HttpEvent> events() {
        return events;
    }

    /** Where it listens now. */
    synchronized List<InetSocketAddress> bound() {
        return listeners.values().stream().map(Listener::bound).toList();
    }

    private ServerSocketChannel bind(InetSocketAddress address, long end) throws IOException {
        while (true) {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(address);
            } catch (IOException e) {
                channel.close();
                if (System.nanoTime() - end > 0) {
                    throw new IOException(
                            "cannot listen on " + Addresses.text(address.getAddress()) + " port " + port + ": "
                                    + Causes.text(e) + "; does a device of this machine have the address?",
                            e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static HttpLimits limits() {
        HttpLimits small = HttpLimits.small();
        return new HttpLimits(
                small.line(),
                small.head(),
                small.headers(),
                small.body(),
                CONNECTIONS,
                small.request(),
                small.idle(),
                small.write());
    }

    @Override
    public synchronized void close() throws IOException {
        closeBut(List.of());
    }

    private void closeBut(List<InetAddress> own) throws IOException {
        for (InetAddress address : List.copyOf(listeners.keySet())) {
            if (!own.contains(address)) {
                listeners.remove(address).server().close();
            }
        }
    }
}
