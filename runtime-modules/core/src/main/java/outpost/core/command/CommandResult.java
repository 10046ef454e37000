package outpost.core.command;

import java.time.Duration;

/** How a command ended. */
public sealed interface CommandResult {
    Command command();

    /** Whether the command ran to its end and said 0. */
    default boolean succeeded() {
        return this instanceof Ended ended && ended.exit() == 0;
    }

    /** One sentence for a log or a health problem. */
    String describe();

    /**
     * @param exit what the program returned
     * @param output its output and error output, in the order written, at most as much as the runner keeps
     */
    record Ended(Command command, int exit, String output) implements CommandResult {
        @Override
        public String describe() {
            return "\"" + command + "\" ended with " + exit + (output.isBlank() ? "" : ": " + output.strip());
        }
    }

    /** The program was still running at its time limit and was ended. */
    record TimedOut(Command command, Duration limit) implements CommandResult {
        @Override
        public String describe() {
            return "\"" + command + "\" did not end within " + limit.toMillis() + " ms and was stopped";
        }
    }

    /** The system could not start the program. */
    record NotStarted(Command command, String reason) implements CommandResult {
        @Override
        public String describe() {
            return "\"" + command + "\" could not be started: " + reason;
        }
    }
}
