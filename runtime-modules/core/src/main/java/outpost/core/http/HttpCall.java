package outpost.core.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One request over a connection, and its answer. The connection ends with the call. Used by one thread. */
public final class HttpCall implements Closeable {
    private final TimedChannel channel;
    private final ChannelInput in;
    private final HttpLimits limits;

    private HttpCall(TimedChannel channel, HttpLimits limits) {
        this.channel = channel;
        this.in = new ChannelInput(channel);
        this.limits = limits;
    }

    /** A call over a channel that is connected and from now on the call's to close. */
    public static HttpCall over(SocketChannel channel, HttpLimits limits) throws IOException {
        return new HttpCall(new TimedChannel(channel), limits);
    }

    /** From now on everything together may take this long, then reading fails with a time-out. */
    public void within(Duration time) {
        channel.within(time);
    }

    /**
     * Waits until more has arrived or the connection has ended, and takes nothing: a read that runs out of time may lose what it had
     * begun, this does not. False when the time is over.
     */
    public boolean hasMore(Duration time) throws IOException {
        channel.within(time);
        try {
            in.ready();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /**
     * Sends the request and reads the head of the answer. A server that refuses a connection answers and closes before it has
     * read the request: its answer counts, too.
     *
     * @param target path and query, encoded
     * @param body empty for methods that have none
     */
    public HttpReply send(String method, String target, String host, Optional<byte[]> body, Duration time)
            throws IOException {
        return send(method, target, Map.of("host", host), body, time);
    }

    /** The same with headers of the caller's own, {@code host} among them; names in lower case. */
    public HttpReply send(
            String method, String target, Map<String, String> headers, Optional<byte[]> body, Duration time)
            throws IOException {
        try {
            new MessageWriter(channel, limits.write()).request(method, target, headers, body);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return answerBefore(e, time);
        }
        return answer(time);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** What arrived before the request could not be sent; if that is no answer, the failure to send is what counts. */
    private HttpReply answerBefore(IOException failure, Duration time) throws IOException {
        try {
            return answer(time);
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private HttpReply answer(Duration time) throws IOException {
        channel.within(time);
        HeadReader head = new HeadReader(in, limits);
        int status = status(head.first());
        Map<String, String> headers = head.headers();
        return new HttpReply(status, headers, BodyInput.of(in, headers, limits));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new IOException("the answer is not HTTP/1.1; is something else listening there?");
        }
        return Integer.parseInt(line.substring(9, 12));
    }
}
