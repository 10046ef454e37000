package outpost.daemon;

import outpost.core.NodeConfig;
import outpost.core.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The options of outpostd: {@code --name value} or {@code --name=value}, each at most once. */
final class Options {
    static final String HELP = """
            Usage: outpostd [options]
            Runs a node of a mesh network, with the features of this image.

              --socket PATH   where the local API listens; default /run/outpost/outpostd.sock
              --state DIR     folder of the node's state; default /var/lib/outpost
              --netmap FILE   who is in the network, watched; default /etc/outpost/netmap.json
              --config FILE   settings, one key = value a line; default /etc/outpost/outpost.conf
                              where that exists
              --help          show this and exit
              --version       show the version and exit

            When it is ready, it writes "listening on PATH" to standard output. The log goes to
            standard error, unless a feature takes it. SIGTERM and SIGINT stop it.

            Exit codes: 0 stopped cleanly, 1 failed to start or to stop, 2 wrong options.
            """;

    private static final List<String> WITH_VALUE = List.of("--config", "--netmap", "--socket", "--state");
    private static final List<String> ALL =
            List.of("--config", "--help", "--netmap", "--socket", "--state", "--version");
    private static final Path DEFAULT_CONFIG = Path.of("/etc/outpost/outpost.conf");

    private Options() {}

    static Order parse(String... args) throws OptionException, IOException {
        Map<String, String> values = new HashMap<>();
        for (Iterator<String> words = List.of(args).iterator(); words.hasNext(); ) {
            String word = words.next();
            if (word.equals("--help")) {
                return new Order.Help();
            }
            if (word.equals("--version")) {
                return new Order.ShowVersion();
            }
            put(values, word, words);
        }
        return new Order.Run(new NodeConfig(
                path(values, "--state", "/var/lib/outpost"),
                path(values, "--netmap", "/etc/outpost/netmap.json"),
                settings(values)));
    }

    private static void put(Map<String, String> values, String word, Iterator<String> rest) throws OptionException {
        int equals = word.indexOf('=');
        String option = equals < 0 ? word : word.substring(0, equals);
        if (!WITH_VALUE.contains(option)) {
            throw new OptionException(
                    option, "there is no option " + option + "; did you mean " + Nearest.of(option, ALL) + "?");
        }
        if (equals < 0 && !rest.hasNext()) {
            throw new OptionException(option, "the option " + option + " needs a value behind it");
        }
        String value = equals < 0 ? rest.next() : word.substring(equals + 1);
        if (value.isEmpty() || value.startsWith("--")) {
            throw new OptionException(option, "the option " + option + " needs a value, found '" + value + "'");
        }
        if (values.put(option, value) != null) {
            throw new OptionException(option, "the option " + option + " stands there twice; leave one");
        }
    }

    private static Settings settings(Map<String, String> values) throws OptionException, IOException {
        Settings settings = values.containsKey("--config") || Files.exists(DEFAULT_CONFIG)
                ? Settings.read(path(values, "--config", DEFAULT_CONFIG.toString()))
                : Settings.of(Map.of());
        return values.containsKey("--socket")
                ? settings.with("localapi.socket", path(values, "--socket", "").toString())
                : settings;
    }

    private static Path path(Map<String, String> values, String option, String otherwise) throws OptionException {
        String text = values.getOrDefault(option, otherwise);
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new OptionException(
                    option,
                    "the option " + option + " is not a path this system takes: " + e.getReason()
                            + "; with letters beyond ASCII, set LC_ALL to a UTF-8 locale");
        }
    }
}
