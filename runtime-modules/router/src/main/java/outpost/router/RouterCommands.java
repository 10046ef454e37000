package outpost.router;

import outpost.core.command.Command;

import java.util.List;

/** One operating system's commands: a table without side effects. */
public interface RouterCommands {
    /** What makes the fact hold, in this order; empty where the system needs nothing. */
    List<Command> establish(RouterFact fact);

    /** What ends it, in this order; empty where nothing is to be done. */
    List<Command> withdraw(RouterFact fact);

    /**
     * What takes away all that a node may have left that was killed and whose facts nobody knows any more; empty where nothing outlives
     * the device. Each may find nothing.
     */
    default List<Command> leftovers() {
        return List.of();
    }

    /** Whether a failed command said only that what it was to establish holds already. */
    boolean heldAlready(String output);

    /** Whether a failed command said only that what it was to withdraw is gone, as is everything on a device that is gone. */
    boolean goneAlready(String output);
}
