package outpost.core.http;

import outpost.core.count.Tally;
import outpost.core.log.Log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One client's connection, from its first request to its end. */
final class ServerConnection implements Closeable {
    private static final int DRAIN = 64 << 10;
    private static final Duration DRAIN_TIME = Duration.ofSeconds(1);

    private final TimedChannel channel;
    private final HttpLimits limits;
    private final HttpHandler handler;
    private final Log log;
    private final ChannelInput in;
    private final MessageWriter out;
    private final Tally<HttpEvent> events;
    private volatile boolean answering;
    private volatile boolean waiting = true;
    private volatile long waitingSince = System.nanoTime();

    ServerConnection(TimedChannel channel, HttpLimits limits, HttpHandler handler, Log log, Tally<HttpEvent> events) {
        this.channel = channel;
        this.limits = limits;
        this.handler = handler;
        this.log = log;
        this.events = events;
        this.in = new ChannelInput(channel);
        this.out = new MessageWriter(channel, limits.write());
    }

    /** @param more whether another request may be read */
    void serve(BooleanSupplier more) throws IOException {
        try {
            serveAll(more);
        } catch (SocketTimeoutException late) {
            events.count(answering ? HttpEvent.SLOW : HttpEvent.IDLE);
            throw late;
        }
    }

    private void serveAll(BooleanSupplier more) throws IOException {
        boolean keepOpen = true;
        while (keepOpen && more.getAsBoolean()) {
            channel.within(limits.idle());
            if (!in.ready()) {
                return;
            }
            channel.within(limits.request());
            answering = true;
            keepOpen = exchange();
            answering = false;
            waitingSince = System.nanoTime();
            waiting = true;
        }
    }

    /** For how long the next request has not been there whole; nothing while one is being answered. */
    Duration waited() {
        return waiting ? Duration.ofNanos(System.nanoTime() - waitingSince) : Duration.ZERO;
    }

    /** Whether a request has begun whose answer has not been sent. */
    boolean answering() {
        return answering;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** One request and its answer; whether there may be another. */
    private boolean exchange() throws IOException {
        RequestReader.Read read;
        try {
            read = new RequestReader(in, limits).read(channel.channel());
        } catch (HttpException e) {
            events.count(HttpEvent.MALFORMED);
            out.response(HttpResponse.error(e.status(), e.getMessage()), false);
            drain();
            return false;
        }
        waiting = false;
        events.count(HttpEvent.SERVED);
        HttpResponse response = answer(read.request());
        boolean keepOpen = read.keepOpen() && response instanceof HttpResponse.Whole;
        out.response(response, keepOpen);
        return keepOpen;
    }

    private HttpResponse answer(HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (HttpException e) {
            return HttpResponse.error(e.status(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            log.error(request.method() + " " + request.path() + " failed", e);
            return HttpResponse.error(500, "it failed inside; the log says why");
        }
    }

    /** A client that is still sending would lose the answer if the connection were closed under it. */
    private void drain() throws IOException {
        channel.channel().shutdownOutput();
        channel.within(DRAIN_TIME);
        byte[] ignored = new byte[4 << 10];
        int left = DRAIN;
        try {
            for (int count = 0; count >= 0 && left > 0; left -= count) {
                count = in.read(ignored);
            }
        } catch (EOFException e) {
            log.v2("a refused client closed");
        }
    }
}
