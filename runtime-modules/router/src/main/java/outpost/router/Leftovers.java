package outpost.router;

import outpost.core.Activity;
import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.log.Log;
import outpost.core.netmap.Netmap;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Remembers on disk that the system has been changed, and so takes away what a node has left that was killed, also where the next
 * one does not come up.
 */
final class Leftovers {
    private static final String KEY = "routes";
    private static final byte[] CHANGED = "changed\n".getBytes(StandardCharsets.US_ASCII);

    private final StateStore store;
    private final RouterCommands table;
    private final Function<Command, CommandResult> runner;
    private final Log log;

    Leftovers(StateStore store, RouterCommands table, Function<Command, CommandResult> runner, Log log) {
        this.store = store;
        this.table = table;
        this.runner = runner;
        this.log = log;
    }

    /** To be called before anything is changed. What cannot be taken away is logged, and tried again by the next start. */
    void repair() throws IOException {
        if (store.read(KEY).isEmpty()) {
            return;
        }
        log.info("routes were left behind by a node that did not end well; they are taken away");
        boolean clean = true;
        for (Command command : table.leftovers()) {
            CommandResult result = runner.apply(command);
            if (!result.succeeded() && !(result instanceof Ended ended && isGone(ended.output()))) {
                clean = false;
                log.error(result.describe());
            }
        }
        if (clean) {
            store.delete(KEY);
        }
    }

    private boolean isGone(String output) {
        return table.goneAlready(output) || table.heldAlready(output);
    }

    /** The same, with it remembered while it holds. */
    Activity remembered(Activity changing) {
        return new Activity() {
            @Override
            public void up(Netmap netmap) throws IOException {
                store.write(KEY, CHANGED);
                changing.up(netmap);
            }

            @Override
            public void refresh(Netmap netmap) throws IOException {
                changing.refresh(netmap);
            }

            @Override
            public void down() throws IOException {
                changing.down();
                store.delete(KEY);
            }
        };
    }
}
