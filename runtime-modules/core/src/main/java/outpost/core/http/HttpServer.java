package outpost.core.http;

import outpost.core.count.Tally;
import outpost.core.log.Log;
import outpost.core.log.SparseLog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves HTTP/1.1 on a listening channel, TCP or Unix, one thread a connection and no more connections than the limits allow.
 * Whatever a client sends or leaves out, it costs the server bounded memory and time.
 */
public final class HttpServer implements Closeable {
    private static final long GRACE_MILLIS = 1_000;

    /** How long a client is waited for before another one's need of its place counts for more. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Connections that are being ended may stand beside the others for a moment, so many of them. */
    private static final int ENDING = 8;

    private final ServerSocketChannel listening;
    private final HttpLimits limits;
    private final Admission admission;
    private final HttpHandler handler;
    private final Log log;
    private final Tally<HttpEvent> events;
    private final SparseLog refusals;
    private final ExecutorService threads;
    private final Set<ServerConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private HttpServer(
            String name,
            ServerSocketChannel listening,
            HttpLimits limits,
            Admission admission,
            HttpHandler handler,
            Log log,
            Tally<HttpEvent> events) {
        this.listening = listening;
        this.limits = limits;
        this.admission = admission;
        this.handler = handler;
        this.log = log;
        this.events = events;
        this.refusals = new SparseLog(log);
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to accept. The channel is in blocking mode, bound, and from now on the server's to close.
     *
     * @param name of the server's threads
     */
    public static HttpServer start(
            String name,
            ServerSocketChannel listening,
            HttpLimits limits,
            Admission admission,
            HttpHandler handler,
            Log log) {
        return start(name, listening, limits, admission, handler, log, new Tally<>(HttpEvent.class));
    }

    /**
     * As the other, for whoever tells what happens.
     *
     * @param events counts it; several servers may share one
     */
    public static HttpServer start(
            String name,
            ServerSocketChannel listening,
            HttpLimits limits,
            Admission admission,
            HttpHandler handler,
            Log log,
            Tally<HttpEvent> events) {
        HttpServer server = new HttpServer(name, listening, limits, admission, handler, log, events);
        server.threads.execute(server::accept);
        return server;
    }

    /** Closes the listening channel and every connection; an answer that is under way gets {@value #GRACE_MILLIS} ms. */
    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdown();
        for (ServerConnection connection : open) {
            if (!connection.answering()) {
                connection.close();
            }
        }
        if (!ended()) {
            for (ServerConnection connection : open) {
                connection.close();
            }
            threads.shutdownNow();
        }
    }

    private boolean ended() {
        try {
            return threads.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                SocketChannel channel = listening.accept();
                if (connections.incrementAndGet() > limits.connections() && !makeRoom()) {
                    connections.decrementAndGet();
                    events.count(HttpEvent.FULL);
                    refusals.error("full", "more than " + limits.connections() + " connections; one was refused");
                    refuse(
                            channel,
                            "the server takes " + limits.connections()
                                    + " connections at a time, and all are taken; try later");
                } else {
                    begin(channel);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.error("a connection could not be accepted", e);
                pause();
            }
        }
    }

    /**
     * Ends the connection whose client has been waited for longest, so that nobody keeps others out by holding places and asking
     * nothing, or asking a byte at a time.
     */
    private boolean makeRoom() throws IOException {
        if (connections.get() > limits.connections() + ENDING) {
            return false;
        }
        Optional<ServerConnection> longest = open.stream()
                .filter(connection -> connection.waited().compareTo(PATIENCE) > 0)
                .max(Comparator.comparing(ServerConnection::waited));
        if (longest.isEmpty() || !open.remove(longest.get())) {
            return false;
        }
        events.count(HttpEvent.PUSHED_OUT);
        longest.get().close();
        return true;
    }

    private void begin(SocketChannel channel) throws IOException {
        try {
            threads.execute(() -> admit(channel));
        } catch (RejectedExecutionException e) {
            // The server was closed just now.
            channel.close();
        }
    }

    private void admit(SocketChannel channel) {
        try (channel) {
            Optional<Admission.Place> place = admission.admit(channel);
            if (place.isEmpty()) {
                events.count(HttpEvent.REFUSED);
                refuse(channel, admission.refusal());
                return;
            }
            try {
                serve(channel);
            } finally {
                place.get().leave();
            }
        } catch (IOException e) {
            refusals.v1("ended", "a connection ended: " + e);
        } catch (RuntimeException e) {
            log.error("a connection failed", e);
        } finally {
            connections.decrementAndGet();
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        try (TimedChannel timed = new TimedChannel(channel)) {
            ServerConnection connection = new ServerConnection(timed, limits, handler, log, events);
            open.add(connection);
            try {
                connection.serve(listening::isOpen);
            } finally {
                open.remove(connection);
            }
        }
    }

    private void refuse(SocketChannel channel, String message) {
        try {
            new Refusal(message).send(channel);
        } catch (IOException e) {
            refusals.v1("gone", "a connection ended before it was refused: " + e);
        }
    }

    /** Where the system has no file handle left, trying again at once would only burn time. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
