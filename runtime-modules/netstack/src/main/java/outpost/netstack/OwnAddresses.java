package outpost.netstack;

import outpost.core.netmap.Addresses;
import outpost.core.netmap.Netmap;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether an address is this machine's: the services of the node are for programs of this machine alone, and where it forwards
 * packets, those of peers and of networks behind it could come there too. Not safe for several threads.
 */
final class OwnAddresses implements Predicate<InetAddress> {
    /** How long what was found holds: a look at all devices for each packet would cost more than an answer to it. */
    static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<Optional<Netmap>> netmap;
    private final Supplier<Set<InetAddress>> machine;
    private final LongSupplier clock;
    private Optional<Set<InetAddress>> found = Optional.empty();
    private long foundAt;

    /**
     * @param netmap what this node is in the mesh
     * @param machine looks for all addresses of the machine's devices
     * @param clock nanoseconds that only go on
     */
    OwnAddresses(Supplier<Optional<Netmap>> netmap, Supplier<Set<InetAddress>> machine, LongSupplier clock) {
        this.netmap = netmap;
        this.machine = machine;
        this.clock = clock;
    }

    /** The addresses of all devices, as the system tells them now; none where it does not. */
    static Set<InetAddress> ofDevices() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException none) {
            return Set.of();
        }
    }

    @Override
    public boolean test(InetAddress address) {
        if (netmap.get().filter(now -> now.self().addresses().contains(address)).isPresent()) {
            return true;
        }
        return !Addresses.inMesh(address) && onMachine().contains(address);
    }

    private Set<InetAddress> onMachine() {
        long now = clock.getAsLong();
        if (found.isEmpty() || now - foundAt >= MOST_NANOS) {
            found = Optional.of(machine.get());
            foundAt = now;
        }
        return found.get();
    }
}
