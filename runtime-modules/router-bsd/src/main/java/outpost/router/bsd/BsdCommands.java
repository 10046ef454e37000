package outpost.router.bsd;

import outpost.core.command.Command;
import outpost.core.netmap.IpPrefix;
import outpost.router.RouterCommands;
import outpost.router.RouterFact;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The commands of one BSD. Where the three differ, {@link BsdSystem} says how. */
final class BsdCommands implements RouterCommands {
    /** These systems refuse a second default route; two halves are narrower than the first and together cover the same. */
    private static final List<IpPrefix> HALVES_V4 = prefixes("0.0.0.0/1", "128.0.0.0/1");

    private static final List<IpPrefix> HALVES_V6 = prefixes("::/1", "8000::/1");

    private final BsdSystem system;
    private final String device;

    BsdCommands(BsdSystem system, String device) {
        this.system = system;
        this.device = device;
    }

    @Override
    public List<Command> establish(RouterFact fact) {
        if (fact instanceof DeviceUp) {
            return List.of(Command.of("ifconfig", device, "up"));
        }
        if (fact instanceof OwnAddress own) {
            return List.of(addAddress(own));
        }
        return routes("add", fact);
    }

    @Override
    public List<Command> withdraw(RouterFact fact) {
        if (fact instanceof OwnAddress own) {
            return List.of(Command.of(
                    "ifconfig", device, family(isV4(own)), RouterFact.text(own.address()), system.removeAddress()));
        }
        return routes("delete", fact);
    }

    private Command addAddress(OwnAddress own) {
        String prefix = RouterFact.host(own.address()).toString();
        List<String> words = new ArrayList<>(List.of("ifconfig", device, family(isV4(own)), prefix));
        if (isV4(own) && system.namesFarEnd()) {
            words.add(RouterFact.text(own.address()));
        }
        words.add("alias");
        return new Command(words);
    }

    /**
     * The verb is written out: FreeBSD knows {@code del} as well, OpenBSD and NetBSD do not. There is no {@code -q}: it would
     * also keep back why a command failed.
     */
    private List<Command> routes(String verb, RouterFact fact) {
        if (fact instanceof Route route) {
            return routes(verb, route.to(), system.routesByDevice() ? device : RouterFact.text(route.from()));
        }
        // Nothing opens a device for packets on these systems yet, so no route leads to one.
        return List.of();
    }

    private static List<Command> routes(String verb, IpPrefix to, String by) {
        return parts(to)
                .map(part -> Command.of("route", "-n", verb, "-" + family(part.isV4()), part.toString(), "-iface", by))
                .toList();
    }

    private static Stream<IpPrefix> parts(IpPrefix to) {
        if (!to.isDefault()) {
            return Stream.of(to);
        }
        return (to.isV4() ? HALVES_V4 : HALVES_V6).stream();
    }

    private static boolean isV4(OwnAddress own) {
        return own.address().getAddress().length == 4;
    }

    private static String family(boolean v4) {
        return v4 ? "inet" : "inet6";
    }

    private static List<IpPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(text -> IpPrefix.parse(text).orElseThrow()).toList();
    }

    @Override
    public boolean heldAlready(String output) {
        return output.contains("File exists") || output.contains("already in table");
    }

    @Override
    public boolean goneAlready(String output) {
        return Stream.of("not in table", "Can't assign requested address", "does not exist", "Device not configured")
                .anyMatch(output::contains);
    }
}
