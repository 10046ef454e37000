package outpost.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real nameserver of the internet, nsd, which serves the zone {@code public.example}. */
public final class NameServer implements AutoCloseable {
    /** Its address. */
    public static final String ADDRESS = "203.0.113.53";

    /** The address of {@code www.public.example}. */
    public static final String WWW = "203.0.113.80";

    private static final String ZONE = """
            $ORIGIN public.example.
            $TTL 300
            @    SOA  ns hostmaster 1 3600 900 86400 300
            @    NS   ns
            ns   A    203.0.113.53
            www  A    203.0.113.80
            www  AAAA 2001:db8:203::80
            text TXT  "said by the real nameserver"
            """;

    private final Host host;
    private final RunningProgram program;

    private NameServer(Host host, RunningProgram program) {
        this.host = host;
        this.program = program;
    }

    /** Starts it and waits until it answers. */
    static NameServer start(Host host) {
        Path zone = host.folder().resolve("public.example.zone");
        Path settings = host.folder().resolve("nsd.conf");
        try {
            Files.writeString(zone, ZONE + large());
            Files.writeString(settings, settings(host.folder(), zone));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host.transcript().file(zone, ZONE);
        RunningProgram program = host.start("nsd.log", "nsd", "-d", "-c", settings.toString());
        try {
            program.awaitText("nsd started");
        } catch (AssertionError | RuntimeException failed) {
            program.close();
            throw failed;
        }
        return new NameServer(host, program);
    }

    /** Records of a name that fit into no datagram: who asks has to ask again over TCP. */
    private static String large() {
        StringBuilder records = new StringBuilder();
        for (int number = 10; number < 50; number++) {
            records.append("large TXT \"").append(number).append("-".repeat(98)).append("\"\n");
        }
        return records.toString();
    }

    private static String settings(Path folder, Path zone) {
        return """
                server:
                  ip-address: 203.0.113.53
                  username: ""
                  verbosity: 1
                  zonesdir: "%1$s"
                  pidfile: "%1$s/nsd.pid"
                  xfrdfile: "%1$s/xfrd.state"
                  xfrdir: "%1$s"
                  zonelistfile: "%1$s/zone.list"
                remote-control:
                  control-enable: no
                zone:
                  name: public.example
                  zonefile: "%2$s"
                """.formatted(folder, zone);
    }

    /** The host that it runs on. */
    public Host host() {
        return host;
    }

    @Override
    public void close() {
        program.close();
    }
}
