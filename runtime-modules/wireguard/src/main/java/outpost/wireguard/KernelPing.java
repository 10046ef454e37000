package outpost.wireguard;

import outpost.core.service.Pinger;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the way every packet to a peer goes: through the kernel and the device of WireGuard, whose first packet also begins the
 * session. As root that is an echo request of ICMP; for other users Java knocks at the port of TCP's echo, and a refusal is an answer.
 */
final class KernelPing implements Pinger {
    @Override
    public Optional<Duration> ping(InetAddress address, Duration timeout) throws IOException {
        long began = System.nanoTime();
        boolean answered = address.isReachable(Math.toIntExact(timeout.toMillis()));
        return answered ? Optional.of(Duration.ofNanos(System.nanoTime() - began)) : Optional.empty();
    }
}
