package outpost.cli;

import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Asks the node's own resolver. */
@Command(name = "dig", description = "Ask the node's own resolver; needs dns in the image.")
final class DigCommand implements Callable<Integer> {
    @Mixin
    private Daemon daemon;

    @Parameters(index = "0", paramLabel = "NAME", description = "A domain name.")
    private String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TYPE",
            defaultValue = "A",
            description = "A record type; default ${DEFAULT-VALUE}.")
    private String type;

    @Spec
    private CommandSpec spec;

    DigCommand() {}

    @Override
    public Integer call() throws CommandException, JsonException {
        JsonObject answer = daemon.ask(
                "GET",
                "/v1/dig?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&type="
                        + URLEncoder.encode(type.toUpperCase(Locale.ROOT), StandardCharsets.UTF_8));
        PrintWriter out = spec.commandLine().getOut();
        out.println(Terminal.safe(";; " + answer.text("code") + ", flags: " + String.join(" ", answer.texts("flags"))
                + "; " + answer.number("microseconds").orElse(0L) / 1000 + " ms from " + answer.text("server")));
        answer.texts("records").forEach(entry -> out.println(Terminal.safe(entry)));
        return 0;
    }
}
