package outpost.dns;

import outpost.core.SettingException;
import outpost.core.Settings;
import outpost.core.netmap.Addresses;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration says of names.
 *
 * @param resolvConf the file that names the system's nameserver; empty where it is nobody's business
 * @param upstream who is asked for names that are not the mesh's; empty where the former file says
 */
record DnsSettings(Optional<Path> resolvConf, List<InetSocketAddress> upstream) {
    private static final int PORT = 53;

    DnsSettings {
        upstream = List.copyOf(upstream);
    }

    static DnsSettings of(Settings settings) throws SettingException {
        String file = settings.text("dns.resolv-conf").orElse("/etc/resolv.conf");
        List<InetSocketAddress> upstream = new ArrayList<>();
        for (String server : settings.list("dns.upstream")) {
            upstream.add(server(server));
        }
        try {
            return new DnsSettings(file.equals("none") ? Optional.empty() : Optional.of(Path.of(file)), upstream);
        } catch (InvalidPathException noPath) {
            throw new SettingException(
                    "dns.resolv-conf", "\"" + file + "\" is no path; none leaves the system's file alone");
        }
    }

    private static InetSocketAddress server(String text) throws SettingException {
        int hash = text.indexOf('#');
        Optional<InetAddress> address = Addresses.parse(hash < 0 ? text : text.substring(0, hash));
        int port = PORT;
        if (hash >= 0) {
            String digits = text.substring(hash + 1);
            port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        }
        if (address.isEmpty() || port < 1 || port > 65_535) {
            throw new SettingException(
                    "dns.upstream",
                    "\"" + text + "\" is no address of a nameserver, as 192.0.2.53 or 192.0.2.53#5353 is");
        }
        return new InetSocketAddress(address.get(), port);
    }
}
