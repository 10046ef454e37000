package outpost.cli;

import outpost.core.http.HttpCall;
import outpost.core.http.HttpReply;
import outpost.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Brings the node up, and waits for that where the image can tell. */
@Command(name = "up", description = "Bring the node up and wait until it runs.")
final class UpCommand implements Callable<Integer> {
    /** How long the node may say nothing before the user is told what it waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Mixin
    private Daemon daemon;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait, 0 or more; default ${DEFAULT-VALUE}.")
    private int timeout;

    @Spec
    private CommandSpec spec;

    UpCommand() {}

    @Override
    public Integer call() throws CommandException {
        if (timeout < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--timeout is " + timeout + " and must not be below 0; give the seconds to wait");
        }
        daemon.ask("POST", "/v1/up");
        String said = daemon.call(
                "GET",
                "/v1/watch",
                (call, reply) -> reply.status() == 404
                        ? "the node was asked to come up; whether it has was not waited for, because ipnbus is not in this image"
                        : await(call, Daemon.expectGood(reply)));
        spec.commandLine().getOut().println(said);
        return 0;
    }

    private String await(HttpCall call, HttpReply reply) throws IOException, CommandException {
        WatchedNode node = new WatchedNode(call, reply);
        WaitingNotice notice = new WaitingNotice(spec.commandLine().getErr(), timeout);
        long begin = System.nanoTime();
        String state = "unknown";
        while (true) {
            Duration left = Duration.ofSeconds(timeout).minusNanos(System.nanoTime() - begin);
            Optional<JsonObject> next = node.next(notice.given() ? left : least(left, PATIENCE));
            if (next.isEmpty() && notice.given()) {
                throw new CommandException(
                        ExitCode.TIMED_OUT,
                        "the node is still " + state + " after " + timeout
                                + " s; outpost status may say what it lacks");
            }
            if (next.isEmpty()) {
                notice.give(state);
                continue;
            }
            JsonObject told = next.get();
            state = told.optionalText("state").orElse(state);
            if (state.equals("running") && told.flag("wantRunning", true)) {
                return "the node is running";
            }
            if (told.optionalText("ended").isPresent()) {
                throw new CommandException(
                        ExitCode.FAILED, "the node stopped telling: " + told.text("ended") + "; try again");
            }
            notice.learn(state, told);
        }
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
