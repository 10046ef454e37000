package io.whittle.assembler.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ports of the loopback address. None is handed out twice in a run, also when it is free again. */
final class Ports {
    private static final int CONNECT_MILLIS = 200;

    private final Set<Integer> handed = new HashSet<>();

    /** A free port for each name. Another program may still take it before the check does. */
    synchronized SortedMap<String, Integer> free(Collection<String> names) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            SortedMap<String, Integer> ports = new TreeMap<>();
            for (String name : names) {
                while (!ports.containsKey(name)) {
                    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    held.add(socket);
                    if (handed.add(socket.getLocalPort())) {
                        ports.put(name, socket.getLocalPort());
                    }
                }
            }
            return ports;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** Whether somebody takes connections there. */
    static boolean accepts(int port) {
        for (String address : List.of("127.0.0.1", "::1")) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                return true;
            } catch (IOException refused) {
                // Perhaps it listens on the other one.
                continue;
            }
        }
        return false;
    }
}
