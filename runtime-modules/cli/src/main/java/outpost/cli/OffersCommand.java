package outpost.cli;

import outpost.core.http.HttpCall;
import outpost.core.http.HttpLimits;
import outpost.core.http.HttpReply;
import outpost.core.json.Json;
import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;
import outpost.core.log.Causes;
import outpost.core.netmap.Endpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Asks as the control side does, which may be a script of whoever keeps the netmap. */
@Command(
        name = "offers",
        description = "Ask a node what it offers, as the control side does; needs c2n in its image and c2n.listen set.")
final class OffersCommand implements Callable<Integer> {
    private static final int ANSWER_LIMIT = 1 << 20;
    private static final Duration ANSWER_TIME = Duration.ofSeconds(15);

    @Parameters(paramLabel = "ADDRESS:PORT", description = "What c2n.listen says, such as 127.0.0.1:8090.")
    private String at;

    @Option(names = "--json", description = "Print what the node answers.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    OffersCommand() {}

    @Override
    public Integer call() throws CommandException {
        InetSocketAddress node = Endpoints.parse(at)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "\"" + at + "\" is no address with a port, as 127.0.0.1:8090 is"));
        PrintWriter out = spec.commandLine().getOut();
        try {
            JsonObject answer = ask(node);
            out.print(
                    json
                            ? Json.page(answer.asMap())
                            : StatusCommand.byFeature("OFFERS", answer, "offers")
                                    .stripLeading());
        } catch (SocketTimeoutException e) {
            throw new CommandException(ExitCode.TIMED_OUT, at + " did not answer in time; is it c2n of outpostd?");
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.NO_DAEMON,
                    "cannot ask c2n on " + at + ": " + Causes.text(e) + ". Start outpostd with c2n.listen = " + at
                            + ", or name what that says");
        }
        out.flush();
        return 0;
    }

    /** As long as an answer may take: the system would try for minutes. */
    private static SocketChannel connected(SocketChannel channel, InetSocketAddress node) throws IOException {
        channel.socket().connect(node, (int) ANSWER_TIME.toMillis());
        return channel;
    }

    private JsonObject ask(InetSocketAddress node) throws IOException, CommandException {
        try (SocketChannel channel = SocketChannel.open();
                HttpCall call = HttpCall.over(connected(channel, node), HttpLimits.small())) {
            HttpReply reply = call.send("GET", "/c2n/offers", at, Optional.empty(), ANSWER_TIME);
            if (reply.status() != 200) {
                throw new CommandException(
                        ExitCode.FAILED, at + " answered with status " + reply.status() + "; is it c2n of outpostd?");
            }
            return Json.read(reply.bytes(ANSWER_LIMIT));
        } catch (JsonException e) {
            throw new CommandException(ExitCode.FAILED, "the answer of " + at + " is not c2n's: " + Causes.text(e));
        }
    }
}
