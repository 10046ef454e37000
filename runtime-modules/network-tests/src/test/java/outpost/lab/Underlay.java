package outpost.lab;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The network below the mesh: one router, the internet, with a wire to each host. A host reaches every other one through it, and
 * has a default route there. Addresses of IPv6 follow from those of IPv4: {@code 192.0.2.10} is {@code 2001:db8:192::10} as well.
 */
final class Underlay {
    private static final String ROUTER = "192.0.2.1";

    private final Commands commands;
    private final Path folder;
    private final String prefix;
    private final Consumer<AutoCloseable> closing;
    private final Host internet;

    Underlay(Commands commands, Path folder, String prefix, Consumer<AutoCloseable> closing) {
        this.commands = commands;
        this.folder = folder;
        this.prefix = prefix;
        this.closing = closing;
        this.internet = make("internet", ROUTER);
        internet.must("sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1");
    }

    Host internet() {
        return internet;
    }

    /** A host with {@code eth0} on the internet. */
    Host host(String name, String address) {
        Host host = make(name, address);
        wire(host, "eth0", internet, "to-" + name);
        internet.ip("address", "add", ROUTER, "peer", address, "dev", "to-" + name);
        host.ip("address", "add", address, "peer", ROUTER, "dev", "eth0");
        host.ip("route", "add", "default", "via", ROUTER);
        internet.ip("address", "add", v6(ROUTER), "peer", v6(address), "dev", "to-" + name, "nodad");
        host.ip("address", "add", v6(address), "peer", v6(ROUTER), "dev", "eth0", "nodad");
        // The way to the router is there when the kernel has found the wire to be up, which takes a moment.
        host.ip("-6", "route", "add", "default", "via", v6(ROUTER), "dev", "eth0", "onlink");
        return host;
    }

    /**
     * A host that has {@code eth0} on a wire to {@code eth1} of another one, and no way to anywhere else.
     *
     * @param range the first three numbers of the addresses on that wire; the other host's end in 1, this one's in 2
     */
    Host behind(Host other, String name, String range) {
        Host host = make(name, range + ".2");
        wire(host, "eth0", other, "eth1");
        other.ip("address", "add", range + ".1/24", "dev", "eth1");
        host.ip("address", "add", range + ".2/24", "dev", "eth0");
        return host;
    }

    private Host make(String name, String address) {
        Host host = Host.make(commands, folder, prefix, name, address);
        closing.accept(host);
        return host;
    }

    private void wire(Host host, String device, Host other, String otherDevice) {
        commands.must(
                "ip",
                "link",
                "add",
                device,
                "netns",
                host.namespace(),
                "type",
                "veth",
                "peer",
                "name",
                otherDevice,
                "netns",
                other.namespace());
        other.ip("link", "set", "dev", otherDevice, "up");
        host.ip("link", "set", "dev", device, "up");
    }

    static String v6(String v4) {
        return "2001:db8:" + v4.substring(0, v4.indexOf('.')) + "::" + v4.substring(v4.lastIndexOf('.') + 1);
    }
}
