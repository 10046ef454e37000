package outpost.lab;

import outpost.core.json.Json;
import outpost.core.json.JsonException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.fail;

/** A node: the daemon and the command line of a linked image on a host of its own. Its mesh device is named as no other one's. */
public final class LabNode implements AutoCloseable {
    /** Where the control side asks the node what it offers. */
    static final String CONTROL = "127.0.0.1:8090";

    private final Host host;
    private final String device;
    private final int number;
    private final List<String> settings;
    private Path image;
    private boolean ipv4 = true;
    private Optional<RunningProgram> daemon = Optional.empty();
    private String jvm = "";
    private int starts;

    LabNode(Host host, String device, int number, Path image, List<String> settings) {
        this.host = host;
        this.device = device;
        this.number = number;
        this.image = image;
        this.settings = new ArrayList<>(List.of("router.device = " + device, "c2n.listen = " + CONTROL));
        this.settings.addAll(settings);
    }

    public String name() {
        return host.name();
    }

    public Host host() {
        return host;
    }

    /** The device of the mesh. The sockets of WireGuard lie in one folder of the machine, whatever the namespace. */
    public String device() {
        return device;
    }

    /** In the mesh. */
    public String address() {
        return "100.64.0." + number;
    }

    /** In the mesh. */
    public String address6() {
        return "fd7a:115c:a1e0::" + number;
    }

    /** Has no address of IPv4 in the mesh from the next netmap on. */
    public LabNode withoutIpv4() {
        ipv4 = false;
        return this;
    }

    /** All it has in the mesh. */
    List<String> addresses() {
        return ipv4 ? List.of(address(), address6()) : List.of(address6());
    }

    /** What the daemon reads who is in the network from. */
    public Path netmap() {
        return host.folder().resolve("netmap.json");
    }

    /** What the node keeps from one start to the next. */
    public Path state() {
        return host.folder().resolve("state");
    }

    /** Where the daemon's local API listens. */
    public Path socket() {
        return host.folder().resolve("outpostd.sock");
    }

    public Path image() {
        return image;
    }

    /** The image of the next start: the one that heals, say. */
    public LabNode image(Path next) {
        image = next;
        return this;
    }

    /** A line of settings for the next start. */
    public LabNode setting(String line) {
        settings.add(line);
        return this;
    }

    /** Options of the daemon's JVM for the next start, beside those of the image. */
    public LabNode jvm(String options) {
        jvm = options;
        return this;
    }

    /** Starts the daemon and waits until it listens. */
    public RunningProgram start() {
        Path file = host.folder().resolve("outpost.conf");
        String content = String.join("\n", settings) + "\n";
        try {
            Files.writeString(file, content);
            Files.createDirectories(state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host.transcript().file(file, content);
        starts++;
        RunningProgram started = host.start(
                "outpostd-" + starts + ".log",
                "env",
                "OUTPOSTD_JVM_OPTS=" + jvm,
                image.resolve("bin/outpostd").toString(),
                "--config",
                file.toString(),
                "--netmap",
                netmap().toString(),
                "--state",
                state().toString(),
                "--socket",
                socket().toString());
        daemon = Optional.of(started);
        return started.awaitText("listening on ");
    }

    boolean isStarted() {
        return daemon.filter(RunningProgram::isAlive).isPresent();
    }

    /** The daemon that was started last. */
    public RunningProgram daemon() {
        return daemon.orElseGet(() -> fail("the daemon of " + name() + " was not started"));
    }

    /** Runs the image's command line on this host, against this daemon. */
    public Said outpost(String... words) {
        return host.run(Stream.of(
                        Stream.of(image.resolve("bin/outpost").toString()),
                        Stream.of(words),
                        Stream.of("--socket", socket().toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    /** Asks for the node to run, and waits until it does; to be called when it has a netmap. */
    public void up() {
        outpost("up", "--timeout", "60").done();
    }

    /** Sends TERM and waits; gives the exit code. */
    public int terminate() {
        return daemon().terminate();
    }

    /** Sends KILL: nothing of what the daemon has changed is changed back. Its wireguard-go may live on. */
    public void kill() {
        daemon().kill();
    }

    /** How often a feature says that something has happened. */
    public long counted(String feature, String what) {
        return counters(feature).get(what);
    }

    /** How often a feature says that each thing has happened. */
    public Map<String, Long> counters(String feature) {
        String text = outpost("status", "--json").done().text();
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8))
                    .object("counters")
                    .object(feature)
                    .asMap()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, count -> ((Number) count.getValue()).longValue()));
        } catch (JsonException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Memory of the daemon's process that is resident, in KiB. */
    public long residentKib() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(daemon().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the daemon and whatever WireGuard a killed one has left; what it wrote goes to the transcript. */
    @Override
    public void close() {
        daemon.ifPresent(RunningProgram::close);
        try {
            // wireguard-go takes the loss of its socket as the word to end.
            Files.deleteIfExists(Path.of("/var/run/wireguard", device + ".sock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WireGuards.awaitEnd(device);
        daemon.ifPresent(last -> host.transcript().text("log of outpostd on " + name(), last.log()));
    }
}
