package outpost.router.linux;

import outpost.core.command.Command;
import outpost.core.netmap.IpPrefix;
import outpost.router.RouterCommands;
import outpost.router.RouterFact;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.Held;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;
import outpost.router.RouterFact.ServiceRoute;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mesh's routes stand in a table of their own, so that none of the machine's routes is ever replaced or removed. Two rules
 * lead there. The first keeps whatever the machine already reaches by a route narrower than its default; the second sends the rest
 * to the mesh's table, except packets with the mark of the tunnel itself, which would otherwise be sent through the tunnel again.
 */
final class IpCommands implements RouterCommands {
    /** A number no other program is known to use: the letters OP. */
    private static final String TABLE = "20336";

    private static final String KEEP_LOCAL = "20335";
    private static final String TO_MESH = "20336";

    private final String device;
    private final int mark;

    /** @param mark the firewall mark on packets of the tunnel, not 0 */
    IpCommands(String device, int mark) {
        this.device = device;
        this.mark = mark;
    }

    @Override
    public List<Command> establish(RouterFact fact) {
        return commands(fact, true);
    }

    @Override
    public List<Command> withdraw(RouterFact fact) {
        return commands(fact, false);
    }

    private List<Command> commands(RouterFact fact, boolean establish) {
        if (fact instanceof OwnAddress own) {
            return List.of(address(own, establish));
        }
        if (fact instanceof FamilyRouted family) {
            return establish ? enter(family.v4()) : rules(family.v4(), "del");
        }
        if (fact instanceof Held held) {
            return List.of(hold(held.v4(), establish ? "replace" : "del"));
        }
        if (fact instanceof Route route) {
            return List.of(route(route.to(), device, route.from(), establish ? "replace" : "del"));
        }
        if (fact instanceof ServiceRoute service) {
            return List.of(route(service.to(), service.device(), service.from(), establish ? "replace" : "del"));
        }
        return fact instanceof DeviceUp && establish
                ? List.of(Command.of("ip", "link", "set", "dev", device, "up"))
                : List.of();
    }

    private Command address(OwnAddress own, boolean establish) {
        boolean v4 = own.address().getAddress().length == 4;
        List<String> words = new ArrayList<>(List.of("ip", family(v4), "address", establish ? "replace" : "del"));
        words.addAll(List.of(RouterFact.host(own.address()).toString(), "dev", device));
        if (establish && !v4) {
            // Nobody else can have the address; while it counted as tentative no route could send from it.
            words.add("nodad");
        }
        return new Command(words);
    }

    /** The table is this node's alone: what stands in it before the first route was left by a node that was killed. */
    private List<Command> enter(boolean v4) {
        return Stream.concat(Stream.of(flush(v4)), rules(v4, "add").stream()).toList();
    }

    @Override
    public List<Command> leftovers() {
        return Stream.of(true, false)
                .flatMap(v4 -> Stream.concat(rules(v4, "del").stream(), Stream.of(flush(v4))))
                .toList();
    }

    private static Command flush(boolean v4) {
        return Command.of("ip", family(v4), "route", "flush", "table", TABLE);
    }

    private List<Command> rules(boolean v4, String verb) {
        List<String> start = List.of("ip", family(v4), "rule", verb, "pref");
        return List.of(
                new Command(join(start, KEEP_LOCAL, "table", "main", "suppress_prefixlength", "0")),
                new Command(join(start, TO_MESH, "not", "fwmark", "0x" + Integer.toHexString(mark), "table", TABLE)));
    }

    private static Command route(IpPrefix to, String through, InetAddress from, String verb) {
        List<String> start = List.of("ip", family(to.isV4()), "route", verb);
        return new Command(join(start, to.toString(), "dev", through, "src", RouterFact.text(from), "table", TABLE));
    }

    /** Behind every other route there, whatever that one's metric is. */
    private static Command hold(boolean v4, String verb) {
        return new Command(join(
                List.of("ip", family(v4), "route", verb),
                "unreachable",
                "default",
                "metric",
                "4294967295",
                "table",
                TABLE));
    }

    private static String family(boolean v4) {
        return v4 ? "-4" : "-6";
    }

    private static List<String> join(List<String> start, String... more) {
        return Stream.concat(start.stream(), Stream.of(more)).toList();
    }

    @Override
    public boolean heldAlready(String output) {
        return output.contains("File exists") || output.contains("FIB table does not exist");
    }

    @Override
    public boolean goneAlready(String output) {
        return Stream.of(
                        "No such process",
                        "No such file or directory",
                        "Address not found",
                        "Cannot assign requested address",
                        "Cannot find device")
                .anyMatch(output::contains);
    }
}
