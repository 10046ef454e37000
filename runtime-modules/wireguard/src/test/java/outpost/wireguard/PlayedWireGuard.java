package outpost.wireguard;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a node takes for WireGuard: a program that does nothing but live, and, each time it was started, a socket on which whatever is
 * said is kept and answered.
 */
final class PlayedWireGuard implements AutoCloseable {
    static final String TAKEN = "errno=0\n\n";

    private final Path socket;
    private final Path started;
    private final Path pid;
    private final Path program;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::play, "played-wireguard");
    private volatile String answer = TAKEN;
    private volatile boolean closed;

    PlayedWireGuard(Path dir, String device) throws IOException {
        socket = dir.resolve(device + ".sock");
        started = dir.resolve("started");
        pid = dir.resolve("pid");
        program = Files.writeString(dir.resolve("program"), """
                #!/bin/sh
                echo "started as $*"
                echo $$ > '%s'
                touch '%s'
                exec sleep 60
                """.formatted(pid, started));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        thread.setDaemon(true);
        thread.start();
    }

    String program() {
        return program.toString();
    }

    /** What the next ones are answered; an empty answer is the message itself. */
    void answer(String next) {
        answer = next;
    }

    /** What is said next. */
    String next() throws InterruptedException {
        String next = said.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a message within thirty seconds").isNotNull();
        return next;
    }

    void assertNothingMore() {
        assertThat(said).isEmpty();
    }

    /** The process that was started last. */
    ProcessHandle process() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    private void play() {
        ServerSocketChannel server = null;
        try {
            while (!closed) {
                if (Files.deleteIfExists(started)) {
                    if (server != null) {
                        server.close();
                    }
                    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                    server.bind(UnixDomainSocketAddress.of(socket));
                    server.configureBlocking(false);
                }
                try (SocketChannel caller = server == null ? null : server.accept()) {
                    if (caller != null) {
                        take(caller);
                    }
                }
                Thread.sleep(5);
            }
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            said.add("the played WireGuard has failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(SocketChannel caller) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(65_536);
        while (!text(message).endsWith("\n\n") && caller.read(message) >= 0) {
            continue;
        }
        caller.write(StandardCharsets.US_ASCII.encode(answer.isEmpty() ? text(message) : answer));
        said.add(text(message));
    }

    private static String text(ByteBuffer message) {
        return new String(message.array(), 0, message.position(), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
