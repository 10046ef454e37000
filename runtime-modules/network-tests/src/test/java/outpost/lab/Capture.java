package outpost.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What passes a device, kept by tcpdump. */
public final class Capture implements AutoCloseable {
    /** For what the kernel has seen and tcpdump has not yet. */
    private static final Duration SETTLING = Duration.ofMillis(500);

    private static final AtomicInteger CAPTURES = new AtomicInteger();

    private final Host host;
    private final RunningProgram program;
    private final Path file;

    private Capture(Host host, RunningProgram program, Path file) {
        this.host = host;
        this.program = program;
        this.file = file;
    }

    /** Returns when packets are kept. */
    static Capture begin(Host host, String device, String filter) {
        Path file = host.folder().resolve(device + "-" + CAPTURES.incrementAndGet() + ".pcap");
        RunningProgram program = host.start(
                file.getFileName() + ".log",
                "tcpdump",
                "-Z",
                "root",
                "-i",
                device,
                "--immediate-mode",
                "-U",
                "-w",
                file.toString(),
                filter);
        try {
            return new Capture(host, program.awaitText("listening on"), file);
        } catch (AssertionError | RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    /** Ends it and gives a line for each packet, as tcpdump prints it: with numbers, no names. */
    public List<String> packets() {
        Await.pause(SETTLING);
        close();
        return host.must("tcpdump", "-n", "-r", file.toString()).lines().stream()
                .filter(line -> line.contains(" IP ") || line.contains(" IP6 "))
                .toList();
    }

    /** What was kept, for tools that read it. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        program.close();
    }
}
