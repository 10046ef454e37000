package outpost.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A network of namespaces whose names nobody else has. Nodes are hosts of the internet at 192.0.2.11, 192.0.2.12 and so on, and
 * 100.64.0.1, 100.64.0.2 and so on in the mesh; the nameserver of the internet is 203.0.113.53. Closing it ends every program that
 * was started, and removes whatever was made. Not safe for use by several threads.
 */
public final class Lab implements AutoCloseable {
    private static final AtomicInteger LABS = new AtomicInteger();

    private final String id =
            Long.toString(ProcessHandle.current().pid(), 36) + (char) ('a' + LABS.getAndIncrement() % 26);
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final List<LabNode> nodes = new ArrayList<>();
    private final Control control = new Control();
    private final Transcript transcript;
    private final Commands commands;
    private final Path folder;
    private final Underlay underlay;
    private int members;

    private Lab(String test) throws IOException {
        transcript = Transcript.of(test);
        commands = new Commands(transcript);
        commands.requireMachine();
        folder = Files.createTempDirectory("outpost-lab");
        transcript.show(folder.toString(), "/tmp/lab");
        transcript.show("lab" + id + "-", "lab-");
        closing.push(this::removeFolder);
        // For who stops the tests by a signal.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "lab-end"));
        try {
            underlay = new Underlay(commands, folder, "lab" + id + "-", closing::push);
        } catch (AssertionError | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Makes the internet, with nobody in it.
     *
     * @param test names the transcript
     */
    public static Lab open(String test) {
        try {
            return new Lab(test);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Transcript transcript() {
        return transcript;
    }

    /** A folder for whatever a test needs; gone with the lab. */
    public Path folder() {
        return folder;
    }

    public Control control() {
        return control;
    }

    /** The router to which every host has a wire: {@code to-NAME} is its device for the host of that name. */
    public Host internet() {
        return underlay.internet();
    }

    /** A host of the internet. Names have at most 12 letters. */
    public Host host(String name, String address) {
        return underlay.host(name, address);
    }

    /** A host behind another one, on a wire of their own: {@code 198.51.100} gives 198.51.100.1 and .2. It knows no way but that wire. */
    public Host behind(Host other, String name, String range) {
        return underlay.behind(other, name, range);
    }

    /** Starts the nameserver of the internet. */
    public NameServer nameServer() {
        return closing(NameServer.start(host("nameserver", NameServer.ADDRESS)));
    }

    /**
     * A node that is yet to be started. Its host asks the nameserver of the internet.
     *
     * @param settings lines of its settings, beside those that keep it apart from the others
     */
    public LabNode node(String name, Path image, String... settings) {
        members++;
        Host host = host(name, "192.0.2." + (10 + members));
        host.resolvConf("nameserver " + NameServer.ADDRESS + "\n");
        transcript.show(image.toString(), "/opt/outpost");
        LabNode node = closing(new LabNode(host, device(name), members, image, List.of(settings)));
        nodes.add(node);
        control.add(node);
        return node;
    }

    /** A member of the mesh without Outpost, which the control side tells the others of from now on. */
    public PlainPeer plainPeer(String name) {
        members++;
        Host host = host(name, "192.0.2." + (10 + members));
        PlainPeer peer = closing(PlainPeer.start(host, device(name), members));
        control.add(peer.member());
        return peer;
    }

    /** The sockets of WireGuard lie in one folder of the machine: a device is named as none of another namespace is. */
    private String device(String name) {
        String device = "op" + id + members;
        transcript.show(device, "outpost-" + name);
        return device;
    }

    /** Starts every node that is not started, has the control side tell all who there is, and brings every node up. */
    public List<Member> up() {
        nodes.stream().filter(node -> !node.isStarted()).forEach(LabNode::start);
        List<Member> all = control.tell();
        nodes.forEach(LabNode::up);
        return all;
    }

    /** Links images of other catalogues. */
    public Images images() {
        return new Images(maven());
    }

    public Maven maven() {
        return new Maven(commands);
    }

    /** Closes this with the lab, before what was there before. */
    public <T extends AutoCloseable> T closing(T what) {
        closing.push(what);
        return what;
    }

    @Override
    public synchronized void close() {
        // A test that took too long was interrupted; what it has made goes all the same.
        boolean interrupted = Thread.interrupted();
        AssertionError failure = null;
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception | AssertionError e) {
                failure = failure == null ? new AssertionError("not all of the lab could be removed", e) : failure;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
