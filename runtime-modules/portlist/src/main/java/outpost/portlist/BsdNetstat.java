package outpost.portlist;

import outpost.portlist.ListeningPort.Transport;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what {@code netstat -an} prints on FreeBSD, OpenBSD, NetBSD and macOS: protocol, two queues, local and foreign
 * address, state. The port is what follows the last dot of an address; a foreign {@code *.*} has no peer.
 */
final class BsdNetstat {
    private static final Pattern ROW =
            Pattern.compile("(tcp|udp)(?:4|6|46)?\\s+\\d+\\s+\\d+\\s+(\\S+)\\.(\\d{1,5})\\s+(\\S+)(?:\\s+(\\S+).*)?");

    private BsdNetstat() {}

    static List<ListeningPort> read(Stream<String> lines) {
        return lines.map(BsdNetstat::row).flatMap(Optional::stream).toList();
    }

    private static Optional<ListeningPort> row(String line) {
        Matcher row = ROW.matcher(line.strip());
        if (!row.matches() || !row.group(4).equals("*.*")) {
            return Optional.empty();
        }
        Transport transport = row.group(1).equals("tcp") ? Transport.TCP : Transport.UDP;
        if (transport == Transport.TCP && !"LISTEN".equals(row.group(5))) {
            return Optional.empty();
        }
        int port = Integer.parseInt(row.group(3));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new ListeningPort(transport, row.group(2), port, Optional.empty()));
    }
}
