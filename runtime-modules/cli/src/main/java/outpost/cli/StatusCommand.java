package outpost.cli;

import outpost.core.json.Json;
import outpost.core.json.JsonException;
import outpost.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Shows how the node is: itself, its peers, and at the foot what is wrong. */
@Command(name = "status", description = "Show the node, its peers, and what is wrong.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Daemon daemon;

    @Option(names = "--json", description = "Print what outpostd answers.")
    private boolean json;

    @Option(names = "--counters", description = "Show also how often what has happened, feature by feature.")
    private boolean counters;

    @Spec
    private CommandSpec spec;

    StatusCommand() {}

    @Override
    public Integer call() throws CommandException, JsonException {
        JsonObject status = daemon.ask("GET", "/v1/status");
        Optional<JsonObject> health = daemon.askIfThere("/v1/health");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> both = new TreeMap<>(status.asMap());
            health.ifPresent(found -> both.putAll(found.asMap()));
            out.print(Json.page(both));
        } else {
            out.print(head(status));
            out.print(peers(status));
            out.print(byFeature("OFFERS", status, "offers"));
            out.print(byFeature("TAKES", status, "accepted"));
            if (counters) {
                out.print(counted(status));
            }
            if (health.isPresent()) {
                out.print(foot(health.get()));
            }
        }
        out.flush();
        return 0;
    }

    private static String head(JsonObject status) throws JsonException {
        String state = status.text("state");
        Optional<JsonObject> self = status.optionalObject("self");
        if (self.isEmpty()) {
            return "no netmap yet  " + state + "\n";
        }
        JsonObject me = self.get();
        List<String> words = new ArrayList<>(List.of(me.text("name") + "." + me.text("dnsSuffix"), state));
        words.addAll(me.texts("addresses"));
        return Terminal.table(List.of(words));
    }

    private static String peers(JsonObject status) throws JsonException {
        List<JsonObject> peers = status.objects("peers");
        if (peers.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PEER", "ONLINE", "ADDRESSES", "ROUTES"));
        for (JsonObject peer : peers) {
            rows.add(List.of(
                    peer.text("name"),
                    peer.flag("online", false) ? "yes" : "no",
                    String.join(" ", peer.texts("addresses")),
                    String.join(" ", peer.texts("allowedRoutes"))));
        }
        return "\n" + Terminal.table(rows);
    }

    /** What one feature each offers to others or takes of them; nothing where the node has no feature for that. */
    static String byFeature(String title, JsonObject status, String member) throws JsonException {
        Optional<JsonObject> found = status.optionalObject(member);
        if (found.isEmpty() || found.get().asMap().isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(title, "WHAT"));
        found.get().asMap().forEach((feature, what) -> rows.add(List.of(feature, words(what))));
        return "\n" + Terminal.table(rows);
    }

    private static String words(Object what) {
        if (what instanceof Map<?, ?> things) {
            return things.entrySet().stream()
                    .map(thing -> thing.getKey() + " " + words(thing.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return what instanceof List<?> several
                ? several.stream().map(StatusCommand::words).collect(Collectors.joining(" "))
                : String.valueOf(what);
    }

    /** What has happened at least once. */
    private static String counted(JsonObject status) throws JsonException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("COUNTED", "HOW OFTEN"));
        for (var feature : status.optionalObject("counters")
                .map(JsonObject::asMap)
                .orElse(Map.of())
                .entrySet()) {
            if (feature.getValue() instanceof Map<?, ?> counts) {
                String text = counts.entrySet().stream()
                        .filter(count -> count.getValue() instanceof Number number && number.longValue() > 0)
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
                if (!text.isEmpty()) {
                    rows.add(List.of(feature.getKey(), text));
                }
            }
        }
        return "\n" + Terminal.table(rows);
    }

    private static String foot(JsonObject health) throws JsonException {
        List<JsonObject> problems = health.objects("problems");
        if (problems.isEmpty()) {
            return "\nNothing is known to be wrong.\n";
        }
        StringBuilder foot = new StringBuilder("\nWhat is wrong:\n");
        for (JsonObject problem : problems) {
            foot.append("  ")
                    .append(Terminal.safe(problem.text("key") + ": " + problem.text("text")))
                    .append(" (since ")
                    .append(Terminal.safe(problem.text("since")))
                    .append(")\n");
        }
        return foot.toString();
    }
}
