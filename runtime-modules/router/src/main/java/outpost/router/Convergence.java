package outpost.router;

import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandResult.Ended;
import outpost.router.RouterFact.DeviceUp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Knows what has been established and brings it to what is wanted, running commands for the difference alone. What could not be
 * established is tried again the next time; what could not be withdrawn counts as gone after it was reported.
 * Not safe for several threads.
 */
final class Convergence {
    private final RouterCommands table;
    private final Function<Command, CommandResult> runner;
    private final SortedSet<RouterFact> applied = new TreeSet<>();

    Convergence(RouterCommands table, Function<Command, CommandResult> runner) {
        this.table = table;
        this.runner = runner;
    }

    /** Returns what failed, a sentence each; empty when all that is wanted holds. */
    List<String> converge(SortedSet<RouterFact> wanted) {
        List<String> failures = new ArrayList<>();
        withdraw(wanted, failures);
        establish(wanted, failures);
        return List.copyOf(failures);
    }

    /** Nothing holds any more, whatever was applied before. */
    void forget() {
        applied.clear();
    }

    private void withdraw(SortedSet<RouterFact> wanted, List<String> failures) {
        SortedSet<RouterFact> surplus = new TreeSet<>(Collections.reverseOrder());
        surplus.addAll(applied);
        surplus.removeAll(wanted);
        for (RouterFact fact : surplus) {
            for (Command command : table.withdraw(fact)) {
                CommandResult result = runner.apply(command);
                if (!result.succeeded() && !(result instanceof Ended ended && table.goneAlready(ended.output()))) {
                    failures.add(result.describe());
                }
            }
            applied.remove(fact);
        }
    }

    private void establish(SortedSet<RouterFact> wanted, List<String> failures) {
        SortedSet<RouterFact> missing = new TreeSet<>(wanted);
        missing.removeAll(applied);
        for (RouterFact fact : missing) {
            Optional<CommandResult> failure = firstFailure(fact);
            failure.map(CommandResult::describe).ifPresent(failures::add);
            if (failure.isEmpty()) {
                applied.add(fact);
            } else if (fact instanceof DeviceUp || !(failure.get() instanceof Ended)) {
                // Without a device, or without the program itself, all the others fail as well and hide this failure.
                return;
            }
        }
    }

    private Optional<CommandResult> firstFailure(RouterFact fact) {
        for (Command command : table.establish(fact)) {
            CommandResult result = runner.apply(command);
            if (!result.succeeded() && !(result instanceof Ended ended && table.heldAlready(ended.output()))) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }
}
