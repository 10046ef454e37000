package outpost.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An image that was linked, with one daemon of it in a folder of its own. */
final class RunningImage implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Path image;
    private final Path folder;
    private final Path log;
    private final Process daemon;

    /**
     * What a command said.
     *
     * @param exit its exit code
     * @param text its output and its errors
     */
    record Answer(int exit, String text) {}

    /** Starts the daemon through its launcher and waits until it says that it listens. */
    static RunningImage start(Path image, Path folder) throws IOException, InterruptedException {
        return new RunningImage(
                image, folder, List.of(image.resolve("bin/outpostd").toString()));
    }

    /** Starts the daemon with just these modules of the image, as an image without the others would. */
    static RunningImage startLimitedTo(String modules, Path image, Path folder)
            throws IOException, InterruptedException {
        return new RunningImage(
                image,
                folder,
                List.of(
                        image.resolve("bin/java").toString(),
                        "--limit-modules",
                        modules,
                        "--add-modules",
                        modules,
                        "-m",
                        "outpost.daemon/outpost.daemon.Outpostd"));
    }

    private RunningImage(Path image, Path folder, List<String> start) throws IOException, InterruptedException {
        this.image = image;
        this.folder = folder;
        this.log = folder.resolve("log");
        Path netmap = folder.resolve("netmap.json");
        Files.writeString(netmap, """
                {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]}, "peers": []}
                """);
        Path settings = folder.resolve("outpost.conf");
        // Nothing of this machine is touched, even by root.
        Files.writeString(settings, """
                router.device = no-such-dev0
                tun.device = none
                dns.resolv-conf = none
                wireguard.program = none
                """);
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("--config", settings.toString()));
        command.addAll(List.of("--socket", socket().toString(), "--netmap", netmap.toString()));
        command.addAll(List.of(
                "--state", Files.createDirectories(folder.resolve("state")).toString()));
        this.daemon = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitListening();
    }

    /** Where the daemon listens. */
    Path socket() {
        return folder.resolve("s");
    }

    /** What the daemon wrote so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Runs the command line of the image against the daemon. */
    Answer outpost(String command) throws IOException, InterruptedException {
        return run(List.of(image.resolve("bin/outpost").toString(), command, "--socket", socket().toString()));
    }

    /** Runs any command to its end. */
    static Answer run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end; it said: " + text);
        }
        return new Answer(process.exitValue(), text);
    }

    /** Sends TERM to the launcher's process; gives the exit code. */
    int terminate() throws IOException, InterruptedException {
        daemon.destroy();
        if (!daemon.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the daemon outlived TERM; it said: " + log());
        }
        return daemon.exitValue();
    }

    @Override
    public void close() {
        daemon.destroyForcibly();
    }

    private void awaitListening() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && daemon.isAlive()) {
            try (Stream<String> lines = Files.lines(log)) {
                if (lines.anyMatch(line -> line.startsWith("listening on "))) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        daemon.destroyForcibly();
        throw new IOException("the daemon does not listen; it said: " + log());
    }
}
