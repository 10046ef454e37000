package outpost.peerapiclient;

import outpost.core.Feature;
import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.Peer;
import outpost.core.service.PeerApi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The feature {@code peerapiclient}: requests to other nodes, a connection each, a bounded number at once. */
public final class PeerApiClient implements Feature, PeerApi {
    private static final int THREADS = 8;
    private static final int WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "outpost-peerapiclient");
                thread.setDaemon(true);
                return thread;
            });

    /** For the service loader. */
    public PeerApiClient() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public String name() {
        return "peerapiclient";
    }

    @Override
    public CompletableFuture<byte[]> post(Peer peer, String path, String type, byte[] body) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    answer.complete(call(peer, path, type, body));
                } catch (IOException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(new IOException("too many requests to other nodes wait already", full));
        }
        return answer;
    }

    private static byte[] call(Peer peer, String path, String type, byte[] body) throws IOException {
        int port = peer.peerApi().orElseThrow(() -> new IOException(peer.name() + " has no peer API"));
        try (SocketChannel channel = connect(peer, port)) {
            InetAddress address = channel.socket().getInetAddress();
            Map<String, String> headers = Map.of("host", host(address, port), "content-type", type, "accept", type);
            try (HttpCall call = HttpCall.over(channel, HttpLimits.small())) {
                HttpReply reply = call.send("POST", path, headers, Optional.of(body), PATIENCE);
                if (reply.status() != 200) {
                    throw new IOException(peer.name() + " answered " + reply.status());
                }
                return reply.bytes(HttpLimits.small().body());
            }
        }
    }

    private static String host(InetAddress address, int port) {
        String text = Addresses.text(address);
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
    }

    /** To the first of its addresses that takes a connection: this node need not have one of each family. */
    private static SocketChannel connect(Peer peer, int port) throws IOException {
        IOException failure = new IOException(peer.name() + " did not take the connection");
        for (InetAddress address : peer.addresses()) {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.socket().connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
                return channel;
            } catch (IOException e) {
                channel.close();
                failure.addSuppressed(e);
                if (e instanceof SocketTimeoutException) {
                    break;
                }
            }
        }
        throw failure;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
