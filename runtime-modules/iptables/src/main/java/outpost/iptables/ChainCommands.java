package outpost.iptables;

import outpost.core.command.Command;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The commands of iptables for one family: a table without side effects. All rules stand in chains of this node's own, so that they
 * can be made anew and taken away without a look at anybody else's.
 */
final class ChainCommands {
    private static final String CHAIN = "OUTPOST";

    /** One bit of the mark, which nobody else's bits are in the way of: this packet came from the mesh and is let through. */
    private static final String FROM_MESH = "0x1000000/0x1000000";

    /** How many seconds to wait for whoever changes the tables now. */
    private static final String PATIENCE = "3";

    /** The same where there are further attempts, and a node that is to end. */
    private static final String IMPATIENCE = "1";

    /** The two tables. */
    enum Table {
        FILTER("filter", "FORWARD"),
        NAT("nat", "POSTROUTING");

        private final String word;
        private final String entrance;

        Table(String word, String entrance) {
            this.word = word;
            this.entrance = entrance;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final String program;
    private final boolean v4;
    private final String device;

    ChainCommands(String program, boolean v4, String device) {
        this.program = program;
        this.v4 = v4;
        this.device = device;
    }

    boolean takes(IpPrefix range) {
        return range.isV4() == v4;
    }

    /** Reads {@link #content}, and has each table changed at once: packets see what was or what is, and nothing between. */
    Command replace() {
        return Command.of(program + "-restore", "-w", PATIENCE, "--noflush");
    }

    /**
     * What the chains hold from now on, whatever they held: packets from the mesh to the ranges, under this machine's address there,
     * their answers, and nothing else from the mesh: that the machine forwards at all is not to open what lies beside the ranges.
     * What is let through is marked, since the table of addresses does not know where a packet came from, and whose address it bears
     * says nothing.
     *
     * @param notEntered the tables in which packets are not sent through the chain yet, and are to be from now on
     */
    String content(Collection<IpPrefix> ranges, Collection<Table> notEntered) {
        List<String> lines = new ArrayList<>();
        // First how addresses are changed: a packet that is let through without that would have no way back.
        begin(lines, Table.NAT);
        lines.add(rule("-m", "mark", "--mark", FROM_MESH, "-j", "MASQUERADE"));
        if (notEntered.contains(Table.NAT)) {
            lines.add("-A " + Table.NAT.entrance + " -j " + CHAIN);
        }
        lines.add("COMMIT");
        begin(lines, Table.FILTER);
        // What answers there is for the programs of this machine: whoever is let through to it under this machine's
        // address would be taken for one, from wherever it comes.
        lines.add(rule("-d", Addresses.text(v4 ? Addresses.SERVICE : Addresses.SERVICE_V6), "-j", "DROP"));
        for (IpPrefix range : ranges) {
            lines.add(rule("-i", device, "-d", range.toString(), "-j", "MARK", "--set-xmark", FROM_MESH));
            lines.add(rule("-i", device, "-d", range.toString(), "-j", "ACCEPT"));
        }
        lines.add(rule("-i", device, "-j", "DROP"));
        lines.add(rule("-o", device, "-m", "conntrack", "--ctstate", "ESTABLISHED,RELATED", "-j", "ACCEPT"));
        if (notEntered.contains(Table.FILTER)) {
            // Before anybody else's rules could refuse them.
            lines.add("-I " + Table.FILTER.entrance + " -j " + CHAIN);
        }
        lines.add("COMMIT");
        return String.join("\n", lines) + "\n";
    }

    private static void begin(List<String> lines, Table table) {
        lines.add("*" + table);
        lines.add(":" + CHAIN + " - [0:0]");
    }

    private static String rule(String... words) {
        return "-A " + CHAIN + " " + String.join(" ", words);
    }

    /** Whether packets are sent through the chain: 0 says yes, 1 and 2 say no, all else that it cannot be told. */
    Command isEntered(Table table) {
        return command(table, PATIENCE, "-C", table.entrance, "-j", CHAIN);
    }

    /** Sends packets through the chain no longer, as far as one rule did. */
    Command leave(Table table) {
        return command(table, IMPATIENCE, "-D", table.entrance, "-j", CHAIN);
    }

    /** Takes the chain away; a failure may say that it was not there. */
    List<Command> remove(Table table) {
        return List.of(command(table, IMPATIENCE, "-F", CHAIN), command(table, IMPATIENCE, "-X", CHAIN));
    }

    /** Whether there is such a chain: 0 says yes, 1 says no, all else that it cannot be told. No rule leads to one that is not. */
    Command isThere(Table table) {
        return command(table, IMPATIENCE, "-S", CHAIN);
    }

    private Command command(Table table, String seconds, String... words) {
        return new Command(Stream.concat(Stream.of(program, "-w", seconds, "-t", table.word), Stream.of(words))
                .toList());
    }
}
