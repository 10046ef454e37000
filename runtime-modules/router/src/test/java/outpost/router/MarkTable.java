package outpost.router;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.core.command.CommandResult.NotStarted;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An operating system made of a set of words: {@code add} and {@code del} change it, and complain as real ones do. */
final class MarkTable implements RouterCommands {
    final Set<String> held = ConcurrentHashMap.newKeySet();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    boolean missing;
    int ran;

    @Override
    public List<Command> establish(RouterFact fact) {
        return List.of(Command.of("add", fact.toString()));
    }

    @Override
    public List<Command> withdraw(RouterFact fact) {
        return List.of(Command.of("del", fact.toString()));
    }

    @Override
    public boolean heldAlready(String output) {
        return output.equals("exists");
    }

    @Override
    public boolean goneAlready(String output) {
        return output.equals("gone");
    }

    synchronized CommandResult run(Command command) {
        ran++;
        String word = command.words().get(1);
        if (missing) {
            return new NotStarted(command, "no such program");
        }
        if (refused.contains(word)) {
            return new Ended(command, 2, "refused");
        }
        if (command.words().get(0).equals("add")) {
            return held.add(word) ? new Ended(command, 0, "") : new Ended(command, 2, "exists");
        }
        return held.remove(word) ? new Ended(command, 0, "") : new Ended(command, 2, "gone");
    }
}
