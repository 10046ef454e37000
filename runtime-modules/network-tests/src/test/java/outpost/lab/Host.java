package outpost.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A machine of the lab: a network namespace with a name, an address, and a list of nameservers of its own. */
public final class Host implements AutoCloseable {
    private static final Path NAMESPACES = Path.of("/etc/netns");

    private final Commands commands;
    private final Path folder;
    private final String name;
    private final String namespace;
    private final String address;

    private Host(Commands commands, Path folder, String name, String namespace, String address) {
        this.commands = commands;
        this.folder = folder;
        this.name = name;
        this.namespace = namespace;
        this.address = address;
    }

    /** Makes the namespace, with nothing in it but loopback. */
    static Host make(Commands commands, Path lab, String prefix, String name, String address) {
        Host host;
        try {
            String namespace = prefix + name;
            host = new Host(commands, Files.createDirectories(lab.resolve(name)), name, namespace, address);
            Files.createDirectories(host.etc(""));
            commands.transcript().command("mkdir -p " + host.folder() + " " + host.etc(""));
            // What ip-netns(8) puts over the files of the machine: names are found by DNS alone.
            host.write("nsswitch.conf", "hosts: files dns\n");
            host.write("hosts", "127.0.0.1 localhost\n");
            host.write("resolv.conf", "");
            commands.must("ip", "netns", "add", namespace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host.ip("link", "set", "dev", "lo", "up");
        return host;
    }

    public String name() {
        return name;
    }

    /** Outside the mesh. */
    public String address() {
        return address;
    }

    /** A folder of the host's own for whatever its programs need; gone with the lab. */
    public Path folder() {
        return folder;
    }

    Transcript transcript() {
        return commands.transcript();
    }

    String namespace() {
        return namespace;
    }

    /** Runs a command on this host to its end, however that is; at most a minute. */
    public Said run(String... words) {
        return commands.run(inside(words));
    }

    /** As {@link #run(String...)}, with another limit. */
    public Said run(Duration patience, String... words) {
        return commands.run(patience, inside(words));
    }

    /** Runs a command on this host that has to succeed. */
    public Said must(String... words) {
        return run(words).done();
    }

    /** Starts a program on this host; whoever starts it closes it, before the lab. */
    public RunningProgram start(String log, String... words) {
        return commands.start(inside(words), folder.resolve(log));
    }

    /** Runs {@code ip} for this host; it has to succeed. */
    public Said ip(String... words) {
        return commands.must(Stream.concat(Stream.of("ip", "-n", namespace), Stream.of(words))
                .toArray(String[]::new));
    }

    /** Begins to keep what passes a device of this host, as far as the filter of pcap-filter(7) takes it. */
    public Capture capture(String device, String filter) {
        return Capture.begin(this, device, filter);
    }

    /** What the host's programs read as {@code /etc/resolv.conf}. */
    public String resolvConf() {
        try {
            return Files.readString(etc("resolv.conf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the host's programs read as {@code /etc/resolv.conf}: in place, since it is mounted where programs run. */
    public void resolvConf(String content) {
        write("resolv.conf", content);
    }

    private void write(String file, String content) {
        try {
            Files.writeString(etc(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands.transcript().file(etc(file), content);
    }

    private Path etc(String file) {
        return NAMESPACES.resolve(namespace).resolve(file);
    }

    private List<String> inside(String... words) {
        return Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(words))
                .toList();
    }

    /** Removes the namespace; its programs are to be ended before. */
    @Override
    public void close() {
        commands.must("ip", "netns", "del", namespace);
        try {
            for (String file : List.of("nsswitch.conf", "hosts", "resolv.conf", "")) {
                Files.deleteIfExists(etc(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
