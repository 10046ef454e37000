package outpost.router.bsd;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The three BSDs and where their {@code ifconfig(8)} and {@code route(8)} differ. */
enum BsdSystem {
    /** A point-to-point device may stand by its name behind {@code -iface}; a tunnel's IPv4 address needs a far end. */
    FREEBSD(true, true, "-alias"),

    /** Behind {@code -iface} stands an address of this host; {@code delete} is preferred to {@code -alias}. */
    OPENBSD(false, false, "delete"),

    /** Behind {@code -iface} stands an address of this host; {@code delete} does not work for IPv6 addresses. */
    NETBSD(false, true, "-alias");

    private final boolean routesByDevice;
    private final boolean namesFarEnd;
    private final String removeAddress;

    BsdSystem(boolean routesByDevice, boolean namesFarEnd, String removeAddress) {
        this.routesByDevice = routesByDevice;
        this.namesFarEnd = namesFarEnd;
        this.removeAddress = removeAddress;
    }

    /** @param osName the system property {@code os.name} */
    static Optional<BsdSystem> named(String osName) {
        return Stream.of(values())
                .filter(system -> system.name().equals(osName.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    boolean routesByDevice() {
        return routesByDevice;
    }

    boolean namesFarEnd() {
        return namesFarEnd;
    }

    String removeAddress() {
        return removeAddress;
    }
}
