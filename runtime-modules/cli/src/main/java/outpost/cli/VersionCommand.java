package outpost.cli;

import outpost.core.DeclaredFeatures;
import outpost.core.Feature;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.Version;
import outpost.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Tells what this image is. It asks the image, not the daemon. */
@Command(name = "version", description = "Show the version and the features in this image; needs no outpostd.")
final class VersionCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Option(
            names = "--features",
            description = "Print every feature that the image was made of, or without, one a line, with in or out.")
    private boolean declared;

    @Spec
    private CommandSpec spec;

    VersionCommand() {}

    @Override
    public Integer call() throws FeatureException, CommandException {
        if (declared) {
            return declared();
        }
        // The command line is a feature too, but none that a daemon starts.
        Set<String> names = new TreeSet<>(Set.of("cli"));
        Features.inImage().stream().map(Feature::name).forEach(names::add);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.page(Map.of("version", Version.current(), "features", names)));
        } else {
            out.println("outpost " + Version.current());
            out.println("features: " + String.join(", ", names));
        }
        out.flush();
        return 0;
    }

    private int declared() throws CommandException {
        SortedMap<String, Boolean> features = read().orElseThrow(() -> new CommandException(
                ExitCode.FAILED, "this image does not say its features: it has no file " + DeclaredFeatures.FILE));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.page(Map.of("version", Version.current(), "declared", features)));
        } else {
            features.forEach((name, in) -> out.println(name + " " + (in ? "in" : "out")));
        }
        out.flush();
        return 0;
    }

    private static Optional<SortedMap<String, Boolean>> read() throws CommandException {
        try {
            return DeclaredFeatures.ofThisImage();
        } catch (IOException unreadable) {
            throw new CommandException(
                    ExitCode.FAILED, "what this image says of its features cannot be read: " + unreadable.getMessage());
        }
    }
}
