package outpost.cli;

import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Asks a peer whether it is there. */
@Command(name = "ping", description = "Ask a peer whether it is there; needs wireguard in the image.")
final class PingCommand implements Callable<Integer> {
    @Mixin
    private Daemon daemon;

    @Parameters(paramLabel = "PEER", description = "A peer's name or its address in the mesh.")
    private String peer;

    @Spec
    private CommandSpec spec;

    PingCommand() {}

    @Override
    public Integer call() throws CommandException, JsonException {
        JsonObject pong = daemon.ask("GET", "/v1/ping?peer=" + URLEncoder.encode(peer, StandardCharsets.UTF_8));
        spec.commandLine()
                .getOut()
                .println(Terminal.safe(pong.text("peer") + " (" + pong.text("address") + ") answered in ")
                        + String.format(
                                Locale.ROOT,
                                "%.1f ms",
                                pong.number("microseconds").orElse(0L) / 1000.0));
        return 0;
    }
}
