package outpost.portlist;

import outpost.portlist.ListeningPort.Transport;
import outpost.portlist.ProcNetTable.Socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads Linux's tables of sockets and names the owners this user may see. */
record ProcNet(Path proc) implements PortSource {
    private static final int ROWS_AT_MOST = 65_536;

    @Override
    public SortedSet<ListeningPort> read() throws IOException {
        List<Socket> sockets = new ArrayList<>(table("tcp", Transport.TCP));
        sockets.addAll(table("tcp6", Transport.TCP));
        sockets.addAll(table("udp", Transport.UDP));
        sockets.addAll(table("udp6", Transport.UDP));
        Map<Long, String> owners =
                new SocketOwners(proc).find(sockets.stream().map(Socket::inode).collect(Collectors.toSet()));
        SortedSet<ListeningPort> ports = new TreeSet<>();
        for (Socket socket : sockets) {
            String owner = owners.get(socket.inode());
            ports.add(owner == null ? socket.port() : socket.port().ownedBy(owner));
        }
        return ports;
    }

    private List<Socket> table(String name, Transport transport) throws IOException {
        Path file = proc.resolve("net").resolve(name);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return new ProcNetTable(transport, ByteOrder.nativeOrder())
                    .read(lines.lines().limit(ROWS_AT_MOST));
        } catch (NoSuchFileException e) {
            // A kernel without IPv6 has no tables for it.
            return List.of();
        }
    }
}
