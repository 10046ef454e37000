package outpost.portlist;

import outpost.core.command.Command;
import outpost.core.command.CommandRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Asks one operating system for its listening ports. Safe for use by several threads. */
@FunctionalInterface
interface PortSource {
    Duration COMMAND_LIMIT = Duration.ofSeconds(10);
    int OUTPUT_BYTES = 4 << 20;

    /** Every port somebody listens on now, sorted. */
    SortedSet<ListeningPort> read() throws IOException;

    /**
     * The source for a system.
     *
     * @param osName the system property {@code os.name}
     * @throws IOException if nothing is known about that system
     */
    static PortSource of(String osName) throws IOException {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            var table = new WindowsNetstat(PortSource::processName);
            return netstat(List.of("-ano"), text -> table.read(text.lines()));
        }
        return switch (system) {
            case "linux" -> new ProcNet(Path.of("/proc"));
            // -W and -v keep long addresses whole; OpenBSD's netstat has neither for sockets.
            case "freebsd", "mac os x" -> netstat(List.of("-anW"), text -> BsdNetstat.read(text.lines()));
            case "netbsd" -> netstat(List.of("-anv"), text -> BsdNetstat.read(text.lines()));
            case "openbsd" -> netstat(List.of("-an"), text -> BsdNetstat.read(text.lines()));
            default -> throw new IOException("it is not known how " + osName + " lists its ports; leave portlist out");
        };
    }

    private static PortSource netstat(List<String> options, NetstatSource.Table table) {
        Command command = new Command(
                Stream.concat(Stream.of("netstat"), options.stream()).toList());
        return new NetstatSource(new CommandRunner(COMMAND_LIMIT, OUTPUT_BYTES), command, table);
    }

    private static Optional<String> processName(long number) {
        return ProcessHandle.of(number)
                .flatMap(process -> process.info().command())
                .map(Path::of)
                .map(path -> path.getFileName().toString());
    }
}
