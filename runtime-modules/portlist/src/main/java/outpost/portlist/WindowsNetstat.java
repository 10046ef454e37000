package outpost.portlist;

import outpost.portlist.ListeningPort.Transport;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what {@code netstat -ano} prints on Windows. The word for the state is translated there, so a listening TCP socket
 * is told by its foreign port, which is nought; a UDP socket by its foreign {@code *:*}.
 */
final class WindowsNetstat {
    private static final Pattern ROW =
            Pattern.compile("(TCP|UDP)\\s+(\\S+):(\\d{1,5})\\s+(\\S+):(0|\\*)(?:\\s+\\D\\S*)?\\s+(\\d{1,10})");

    private final LongFunction<Optional<String>> processNames;

    /** @param processNames finds the name of a process by its number */
    WindowsNetstat(LongFunction<Optional<String>> processNames) {
        this.processNames = processNames;
    }

    List<ListeningPort> read(Stream<String> lines) {
        return lines.map(this::row).flatMap(Optional::stream).toList();
    }

    private Optional<ListeningPort> row(String line) {
        Matcher row = ROW.matcher(line.strip());
        if (!row.matches()) {
            return Optional.empty();
        }
        Transport transport = Transport.valueOf(row.group(1));
        boolean noPeer = row.group(5).equals(transport == Transport.TCP ? "0" : "*");
        int port = Integer.parseInt(row.group(3));
        if (!noPeer || port < 1 || port > 65_535) {
            return Optional.empty();
        }
        Optional<String> owner = processNames.apply(Long.parseLong(row.group(6)));
        return Optional.of(new ListeningPort(transport, plain(row.group(2)), port, owner));
    }

    private static String plain(String address) {
        return switch (address) {
            case "0.0.0.0", "[::]" -> "*";
            default ->
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        };
    }
}
