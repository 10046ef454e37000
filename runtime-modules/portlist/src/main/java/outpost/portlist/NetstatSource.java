package outpost.portlist;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandRunner;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs {@code netstat} and reads what it prints. */
record NetstatSource(CommandRunner runner, Command command, Table table) implements PortSource {
    /** What one system's netstat prints. */
    @FunctionalInterface
    interface Table {
        List<ListeningPort> read(String output);
    }

    @Override
    public SortedSet<ListeningPort> read() throws IOException {
        CommandResult result = runner.run(command);
        if (result instanceof Ended ended && ended.exit() == 0) {
            return new TreeSet<>(table.read(ended.output()));
        }
        throw new IOException(result.describe());
    }
}
