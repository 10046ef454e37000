package outpost.dns;

import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Asks nameservers: each of them in turn until one answers, over UDP from a port and with a number that nobody can foretell, over
 * TCP where an answer is cut off. Immutable.
 */
final class Forwarder {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration WHOLE_PATIENCE = Duration.ofSeconds(8);
    private static final int RETRIES = 2;

    private final List<InetSocketAddress> servers;
    private final Resolver resolver;

    Forwarder(List<InetSocketAddress> servers) {
        this.servers = List.copyOf(servers);
        ExtendedResolver all =
                new ExtendedResolver(servers.stream().map(Forwarder::server).toList());
        all.setRetries(RETRIES);
        all.setTimeout(WHOLE_PATIENCE);
        this.resolver = all;
    }

    private static Resolver server(InetSocketAddress address) {
        SimpleResolver one = new SimpleResolver(address);
        one.setTimeout(PATIENCE);
        one.setEDNS(0, Replies.PAYLOAD, 0, List.of());
        return one;
    }

    List<InetSocketAddress> servers() {
        return servers;
    }

    /** The answer as it came; fails with an {@link IOException} where none comes. */
    CompletionStage<Message> ask(Message query, Executor executor) {
        if (servers.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("there is no nameserver to ask"));
        }
        return resolver.sendAsync(query, executor);
    }
}
