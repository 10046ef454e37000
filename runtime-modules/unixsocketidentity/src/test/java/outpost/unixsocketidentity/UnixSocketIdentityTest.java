package outpost.unixsocketidentity;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.service.Caller;
import outpost.core.service.CallerIdentity;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class UnixSocketIdentityTest {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir
    Path folder;

    @Test
    void theDaemonsOwnUserMayWrite() throws Exception {
        Caller caller = identify(Map.of(), this::connectHere);

        assertThat(caller.user()).isEqualTo(Files.getOwner(folder).getName());
        assertThat(caller.mayWrite()).isTrue();
    }

    @Test
    @Tag("root")
    void anotherUserMayOnlyRead() throws Exception {
        Caller caller = identify(Map.of(), this::connectAsNobody);

        assertThat(caller).isEqualTo(new Caller("nobody", "nogroup", false));
    }

    @Test
    @Tag("root")
    void aUserNamedAsOperatorMayWriteAndAnUnknownOneDoesNotStopTheNode() throws Exception {
        Caller caller = identify(Map.of("operator", "no-such-user, nobody"), this::connectAsNobody);

        assertThat(caller).isEqualTo(new Caller("nobody", "nogroup", true));
    }

    /** Something that opens a connection to a socket, here or elsewhere. */
    @FunctionalInterface
    private interface Connecting {
        AutoCloseable to(Path socket) throws IOException;
    }

    private Caller identify(Map<String, String> settings, Connecting connecting) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path socket = folder.resolve("s");
        NodeConfig config =
                new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(settings));
        try (RunningNode running = RunningNode.start(config, List.of(new UnixSocketIdentity()), System.err);
                ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
            try (AutoCloseable client = connecting.to(socket);
                    SocketChannel connection = listening.accept()) {
                assertThat(client).isNotNull();
                return running.node()
                        .find(CallerIdentity.class)
                        .orElseThrow()
                        .identify(connection)
                        .orElseThrow();
            }
        }
    }

    private AutoCloseable connectHere(Path socket) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    /** Another user needs another process, and only root may start one. */
    private AutoCloseable connectAsNobody(Path socket) throws IOException {
        Path source = Files.writeString(folder.resolve("Connect.java"), """
                import java.net.UnixDomainSocketAddress;
                import java.nio.channels.SocketChannel;

                class Connect {
                    public static void main(String[] args) throws Exception {
                        SocketChannel.open(UnixDomainSocketAddress.of(args[0]));
                        System.in.read();
                    }
                }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        SETPRIV.toString(),
                        "--reuid=nobody",
                        "--regid=nogroup",
                        "--clear-groups",
                        java,
                        source.toString(),
                        socket.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return () -> {
            process.getOutputStream().close();
            process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
        };
    }
}
