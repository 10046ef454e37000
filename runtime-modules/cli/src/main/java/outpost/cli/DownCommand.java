package outpost.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Takes the node down. */
@Command(name = "down", description = "Take the node down; it stays down until outpost up.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private Daemon daemon;

    @Spec
    private CommandSpec spec;

    DownCommand() {}

    @Override
    public Integer call() throws CommandException {
        daemon.ask("POST", "/v1/down");
        spec.commandLine().getOut().println("the node goes down");
        return 0;
    }
}
