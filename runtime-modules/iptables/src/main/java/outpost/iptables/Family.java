package outpost.iptables;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.count.Tally;
import outpost.core.netmap.IpPrefix;
import outpost.core.state.StateStore;
import outpost.iptables.ChainCommands.Table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The chains of one family and what they hold, and the kernel's switch. The state says that the system has been changed before it is,
 * and until it has been seen that it no longer is. Not safe for several threads.
 */
final class Family {
    /** Runs a command with an input, often an empty one. */
    @FunctionalInterface
    interface Runner {
        CommandResult run(Command command, String input);
    }

    private static final byte[] MARK = "changed\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 100;

    /** As often a rule that leads to the chain may stand there: more than once it only does after somebody else's hand. */
    private static final int MOST_ENTRANCES = 8;

    private final ChainCommands chains;
    private final ForwardingSwitch forwarding;
    private final StateStore store;
    private final String mark;
    private final Runner runner;
    private final Tally<Outcome> outcomes;

    /** What the chains hold; empty where that is not known. */
    private Optional<List<IpPrefix>> held = Optional.empty();

    Family(
            ChainCommands chains,
            ForwardingSwitch forwarding,
            StateStore store,
            String mark,
            Runner runner,
            Tally<Outcome> outcomes) {
        this.chains = chains;
        this.forwarding = forwarding;
        this.store = store;
        this.mark = mark;
        this.runner = runner;
        this.outcomes = outcomes;
    }

    /** Whether the system has been changed, by this node or by one before it, and may still be. */
    boolean isMarked() throws IOException {
        return store.read(mark).isPresent();
    }

    /**
     * Lets packets to those ranges through that are of this family, and no others; with none, nothing is left of the chains.
     *
     * @throws IOException if the system does not take it; then what was granted before stays where all of it still is, and else nothing
     */
    void hold(Collection<IpPrefix> ranges) throws IOException {
        List<IpPrefix> own = ranges.stream().filter(chains::takes).toList();
        if (held.filter(own::equals).isPresent()) {
            return;
        }
        if (own.isEmpty()) {
            withdraw();
            held = Optional.of(own);
            return;
        }
        Optional<List<IpPrefix>> stays = held.filter(former -> !former.isEmpty() && own.containsAll(former));
        try {
            // A look first: where there is no such program, nothing is changed either.
            Set<Table> notEntered = notEntered();
            store.write(mark, MARK);
            CommandResult filled = runner.run(chains.replace(), chains.content(own, notEntered));
            if (!(filled instanceof Ended ended && ended.exit() != 0)) {
                // It has been changed, or nobody knows.
                stays = Optional.empty();
            }
            if (!filled.succeeded()) {
                throw new IOException(filled.describe());
            }
            forwarding.on();
        } catch (IOException refused) {
            outcomes.count(Outcome.REFUSED);
            if (stays.isEmpty()) {
                withdrawBecauseOf(refused);
            }
            throw refused;
        }
        held = Optional.of(own);
        outcomes.count(Outcome.FILLED);
    }

    /** Whether the rules that lead to what is held are still there; where one is not, nothing counts as held from now on. */
    boolean stands() throws IOException {
        if (held.filter(ranges -> !ranges.isEmpty()).isEmpty() || notEntered().isEmpty()) {
            return true;
        }
        held = Optional.empty();
        return false;
    }

    private Set<Table> notEntered() throws IOException {
        Set<Table> notEntered = EnumSet.noneOf(Table.class);
        for (Table table : Table.values()) {
            if (!isEntered(table)) {
                notEntered.add(table);
            }
        }
        return notEntered;
    }

    private boolean isEntered(Table table) throws IOException {
        CommandResult entered = run(chains.isEntered(table));
        if (entered instanceof Ended ended && ended.exit() <= 2) {
            return ended.exit() == 0;
        }
        throw new IOException(entered.describe());
    }

    private void withdrawBecauseOf(IOException refused) {
        try {
            withdraw();
        } catch (IOException stays) {
            refused.addSuppressed(stays);
        }
    }

    /**
     * Takes away all that is of this node, and forwards no longer than the system did before. Most nodes forward nothing, and run no
     * command.
     *
     * @throws IOException if something stays; the state goes on to say so
     */
    void withdraw() throws IOException {
        held = Optional.empty();
        if (!isMarked()) {
            return;
        }
        try {
            // Before the chains, without which more would be forwarded.
            forwarding.back();
            for (Table table : Table.values()) {
                remove(table);
            }
            store.delete(mark);
            outcomes.count(Outcome.REMOVED);
        } catch (IOException stays) {
            outcomes.count(Outcome.LEFT);
            throw stays;
        }
    }

    private void remove(Table table) throws IOException {
        for (int attempt = 1; ; attempt++) {
            CommandResult said = removeOnce(table);
            if (isGone(said)) {
                return;
            }
            if (attempt == ATTEMPTS || !pause()) {
                throw new IOException("the chain of table " + table
                        + " is not seen to be gone, so that the next start is to try again: " + said.describe());
            }
        }
    }

    /** What the system says of the chain afterwards, or of why it cannot be changed now. */
    private CommandResult removeOnce(Table table) {
        for (int i = 0; i < MOST_ENTRANCES; i++) {
            CommandResult left = run(chains.leave(table));
            if (!(left instanceof Ended ended && ended.exit() <= 2)) {
                return left;
            }
            if (!left.succeeded()) {
                break;
            }
        }
        chains.remove(table).forEach(this::run);
        return run(chains.isThere(table));
    }

    /** Of a table that the kernel does not have, as of addresses of IPv6, nothing is left either. */
    private static boolean isGone(CommandResult said) {
        return said instanceof Ended ended
                && (ended.exit() == 1 || ended.exit() == 3 && ended.output().contains("Table does not exist"));
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CommandResult run(Command command) {
        return runner.run(command, "");
    }
}
