package outpost.cli;

import outpost.core.FeatureException;
import outpost.core.json.JsonException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;

/** The command line of a node. */
@Command(
        name = "outpost",
        description = "Talks to the node on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PingCommand.class,
            DigCommand.class,
            OffersCommand.class,
            IconCommand.class,
            VersionCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the node said that it failed",
            "2:wrong options",
            "3:no outpostd answers on the socket",
            "4:the feature that is asked for is not in the image",
            "5:the caller may not do this",
            "6:no answer in time"
        })
public final class Outpost implements Runnable {
    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this and exit.")
    private boolean help;

    @CommandLine.Option(
            names = "--socket",
            paramLabel = "PATH",
            scope = CommandLine.ScopeType.INHERIT,
            defaultValue = "/run/outpost/outpostd.sock",
            description = "Where outpostd listens; default ${DEFAULT-VALUE}.")
    private Path socket;

    @Spec
    private CommandSpec spec;

    Outpost() {}

    Path socket() {
        return socket;
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Outpost());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (failure instanceof CommandException known) {
                err.println("outpost: " + known.getMessage());
                return known.exitCode();
            }
            if (failure instanceof JsonException || failure instanceof FeatureException) {
                err.println("outpost: " + failure.getMessage() + "; outpost and outpostd may be of two images");
                return ExitCode.FAILED;
            }
            throw failure;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
