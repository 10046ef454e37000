package outpost.cli;

import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;
import outpost.core.json.Json;
import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;
import outpost.core.log.Causes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The daemon behind its socket. Whatever goes wrong on the way ends as a {@link CommandException} that says what to do. */
@Command
final class Daemon {
    private static final int ANSWER_LIMIT = 16 << 20;
    private static final Duration ANSWER_TIME = Duration.ofSeconds(15);

    /** What is done with an answer while the connection is open. */
    @FunctionalInterface
    interface Use<T> {
        T of(HttpCall call, HttpReply reply) throws IOException, CommandException;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Daemon() {}

    /** Asks for something that every image serves, or whose absence the node itself explains. */
    JsonObject ask(String method, String target) throws CommandException {
        return call(method, target, (call, reply) -> read(expectGood(reply)));
    }

    /** Asks for something that a feature serves; empty when the feature is not in the image. */
    Optional<JsonObject> askIfThere(String target) throws CommandException {
        return call(
                "GET",
                target,
                (call, reply) -> reply.status() == 404 ? Optional.empty() : Optional.of(read(expectGood(reply))));
    }

    <T> T call(String method, String target, Use<T> use) throws CommandException {
        try (HttpCall call = HttpCall.over(connect(), HttpLimits.small())) {
            Optional<byte[]> body = method.equals("POST") ? Optional.of(new byte[0]) : Optional.empty();
            return use.of(call, call.send(method, target, "local", body, ANSWER_TIME));
        } catch (SocketTimeoutException e) {
            throw new CommandException(
                    ExitCode.TIMED_OUT, "outpostd on " + socket() + " did not answer in time; its log may say why");
        } catch (JsonException e) {
            throw new CommandException(
                    ExitCode.FAILED, "the answer on " + socket() + " is not outpostd's: " + Causes.text(e));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.FAILED, "the connection to outpostd on " + socket() + " broke off: " + Causes.text(e));
        }
    }

    /** Turns the node's refusal into the exception that ends the command. */
    static HttpReply expectGood(HttpReply reply) throws IOException, CommandException {
        if (reply.status() == 200) {
            return reply;
        }
        String message = read(reply).optionalText("error").orElse("outpostd answered with status " + reply.status());
        throw new CommandException(exitCode(reply.status()), message);
    }

    private static JsonObject read(HttpReply reply) throws IOException {
        return Json.read(reply.bytes(ANSWER_LIMIT));
    }

    private static int exitCode(int status) {
        return switch (status) {
            case 403 -> ExitCode.REFUSED;
            case 501 -> ExitCode.NOT_IN_IMAGE;
            case 504 -> ExitCode.TIMED_OUT;
            default -> ExitCode.FAILED;
        };
    }

    private SocketChannel connect() throws CommandException {
        if (!Files.exists(socket())) {
            throw unreachable("there is no such socket");
        }
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
        } catch (IOException | IllegalArgumentException e) {
            throw unreachable(Causes.text(e));
        }
    }

    private CommandException unreachable(String why) {
        return new CommandException(
                ExitCode.NO_DAEMON,
                "cannot reach outpostd on " + socket() + ": " + why
                        + ". Start outpostd, or say with --socket where it listens");
    }

    // The option stands at the top, so that it may be given before the command and after it.
    private Path socket() {
        return ((Outpost) command.root().userObject()).socket();
    }
}
