package outpost.core.netmap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses with a port, as text. */
public final class Endpoints {
    private static final Pattern TEXT = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):([1-9][0-9]{0,4})");

    private Endpoints() {}

    /** {@code 192.0.2.1:51820} or {@code [2001:db8::1]:51820}; no names. */
    public static Optional<InetSocketAddress> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > 65535) {
            return Optional.empty();
        }
        boolean v6 = parts.group(1) != null;
        Optional<InetAddress> address = Addresses.parse(v6 ? parts.group(1) : parts.group(2));
        return address.filter(found -> v6 == found.getAddress().length > 4)
                .map(found -> new InetSocketAddress(found, Integer.parseInt(parts.group(3))));
    }

    /** The form that {@link #parse} reads. */
    public static String text(InetSocketAddress endpoint) {
        String address = Addresses.text(endpoint.getAddress());
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + endpoint.getPort();
    }
}
