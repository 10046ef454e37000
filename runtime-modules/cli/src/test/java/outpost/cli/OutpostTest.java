package outpost.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.cli.LiveDaemon.Ended;
import outpost.core.json.Json;
import outpost.core.json.JsonObject;

import java.io.IOException;
import java.io.StringWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The command line and the daemon together, each as it really runs. */
@Timeout(60)
class OutpostTest {
    private static final String NETMAP = """
            {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1", "fd7a:115c:a1e0::1"]},
             "peers": [{"name": "exit", "addresses": ["100.64.0.3"], "allowedRoutes": ["0.0.0.0/0"], "online": true},
                       {"name": "b", "addresses": ["100.64.0.2"]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void upWaitsUntilTheNodeRunsAndStatusShowsIt() throws Exception {
        Files.writeString(folder.resolve("netmap.json"), NETMAP);
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.out()).isEqualTo("listening on " + LiveDaemon.socket(folder) + "\n");

            assertThat(outpost("up")).isEqualTo(new Ended(0, "the node is running\n", ""));
            assertThat(outpost("status").out()).isEqualTo("""
                            a.tail.example  running  100.64.0.1  fd7a:115c:a1e0::1

                            PEER  ONLINE  ADDRESSES   ROUTES
                            b     no      100.64.0.2
                            exit  yes     100.64.0.3  0.0.0.0/0

                            Nothing is known to be wrong.
                            """);
            assertThat(outpost("down").exitCode()).isZero();
            while (!outpost("status").out().startsWith("a.tail.example  stopped")) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void theSocketMayBeNamedBeforeTheCommandToo() throws Exception {
        String socket = folder.resolve("nobody-listens").toString();

        Ended before = LiveDaemon.run(List.of("--socket", socket, "status"));
        Ended after = LiveDaemon.run(List.of("status", "--socket", socket));

        assertThat(before.exitCode()).isEqualTo(3);
        assertThat(before).isEqualTo(after);
    }

    @Test
    void statusAsJsonIsOneDocument() throws Exception {
        Files.writeString(folder.resolve("netmap.json"), NETMAP);
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.alive()).isTrue();
            while (!outpost("status").out().contains("PEER")) {
                Thread.sleep(10);
            }

            JsonObject status = Json.read(outpost("status", "--json").out().getBytes());

            assertThat(status.text("state")).isEqualTo("stopped");
            assertThat(status.objects("peers")).hasSize(2);
            assertThat(status.objects("problems")).isEmpty();
            assertThat(status.object("counters").asMap()).containsKey("localapi");
            assertThat(outpost("status").out()).doesNotContain("COUNTED");
            assertThat(outpost("status", "--counters").out())
                    .containsPattern("COUNTED +HOW OFTEN\nlocalapi +served [1-9]");
        }
    }

    @Test
    void upGivesUpAfterItsTimeAndStatusSaysWhatIsLacking() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.alive()).isTrue();

            Ended up = outpost("up", "--timeout", "5");

            assertThat(up.exitCode()).isEqualTo(6);
            assertThat(up.err()).contains("the node is still starting after 5 s");
            assertThat(outpost("status").out())
                    .startsWith("no netmap yet  starting\n")
                    .contains(
                            "What is wrong:\n  netmap: " + folder + "/netmap.json does not exist; put the netmap there")
                    .contains("(since 2");
        }
    }

    @Test
    void upThatWaitsSaysOnceWhatForAndAgainWhenThatChanges() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.alive()).isTrue();
            StringWriter err = new StringWriter();
            CompletableFuture<Ended> up = CompletableFuture.supplyAsync(() -> LiveDaemon.outpost(folder, err, "up"));
            String netmap = "still starting: netmap: " + folder + "/netmap.json";

            waitFor(() -> err.toString().contains("\n"));
            assertThat(err).hasToString(netmap + " does not exist; put the netmap there\n");

            replaceNetmap("{");
            waitFor(() -> err.toString().lines().count() > 1);
            assertThat(err.toString().lines().skip(1))
                    .singleElement()
                    .asString()
                    .startsWith(netmap);

            replaceNetmap(NETMAP);
            assertThat(up.get()).isEqualTo(new Ended(0, "the node is running\n", err.toString()));
            assertThat(err.toString().lines()).hasSize(2);
        }
    }

    @Test
    void withoutHealthUpSaysOnlyThatItWaits() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder, "health")) {
            assertThat(daemon.alive()).isTrue();
            assertThat(outpost("up", "--timeout", "5").err())
                    .startsWith("still starting; waiting up to 5 s\noutpost: ");
        }
    }

    @Test
    void aSignalEndsTheDaemonCleanlyAndWhatWasWantedIsRememberedForTheNext() throws Exception {
        Files.writeString(folder.resolve("netmap.json"), NETMAP);
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            outpost("up");

            Ended ended = daemon.terminate();

            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("node: now stopped");
            assertThat(LiveDaemon.socket(folder)).doesNotExist();
        }
        try (LiveDaemon again = LiveDaemon.start(folder)) {
            assertThat(again.alive()).isTrue();
            while (!outpost("status").out().startsWith("a.tail.example  running")) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void anInterruptFromTheKeyboardEndsTheDaemonCleanlyToo() throws Exception {
        assumeTrue(LiveDaemon.SIGINT_HEEDED, "needs an env that knows --default-signal, GNU coreutils 8.31 or newer");
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            Ended ended = daemon.interrupt();

            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(LiveDaemon.socket(folder)).doesNotExist();
        }
    }

    @Test
    void aDaemonThatWasKilledDoesNotHinderTheNext() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            daemon.kill();
        }
        assertThat(LiveDaemon.socket(folder)).exists();

        try (LiveDaemon next = LiveDaemon.start(folder)) {
            assertThat(next.out()).startsWith("listening on ");
            assertThat(outpost("status").exitCode()).isZero();
        }
    }

    @Test
    void aSecondDaemonGivesWayToTheFirst() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.alive()).isTrue();

            Ended second = LiveDaemon.runToItsEnd(Files.createDirectory(folder.resolve("x")), folder);

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("another outpostd answers on " + LiveDaemon.socket(folder));
            assertThat(outpost("status").exitCode()).isZero();
        }
    }

    @Test
    void withoutIpnbusUpSaysThatItDidNotWait() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder, "ipnbus")) {
            assertThat(daemon.alive()).isTrue();

            Ended up = outpost("up");

            assertThat(up.exitCode()).isZero();
            assertThat(up.out()).contains("was not waited for, because ipnbus is not in this image");
        }
    }

    @Test
    void withoutUnixsocketidentityEveryChangeIsRefusedAndTheReasonNamed() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder, "unixsocketidentity")) {
            assertThat(daemon.alive()).isTrue();

            Ended up = outpost("up");

            assertThat(up.exitCode()).isEqualTo(5);
            assertThat(up.err()).contains("unixsocketidentity");
            assertThat(outpost("status").exitCode()).isZero();
        }
    }

    @Test
    void withoutHealthTheFootOfStatusIsMissing() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder, "health")) {
            assertThat(daemon.alive()).isTrue();
            assertThat(outpost("status")).isEqualTo(new Ended(0, "no netmap yet  stopped\n", ""));
        }
    }

    @Test
    void withoutLocalapiTheDaemonRunsAndSaysThatNobodyCanReachIt() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder, "localapi")) {
            assertThat(daemon.out()).isEqualTo("running without a socket: localapi is not in this image\n");
            assertThat(daemon.alive()).isTrue();
            assertThat(daemon.terminate().exitCode()).isZero();
        }
    }

    @Test
    void pingAndDigNameTheFeatureThatIsNotInTheImage() throws Exception {
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.alive()).isTrue();
            assertThat(outpost("ping", "b")).satisfies(ended -> {
                assertThat(ended.exitCode()).isEqualTo(4);
                assertThat(ended.err()).contains("wireguard is not in it");
            });
            assertThat(outpost("dig", "b.tail.example")).satisfies(ended -> {
                assertThat(ended.exitCode()).isEqualTo(4);
                assertThat(ended.err()).contains("dns is not in it");
            });
        }
    }

    @Test
    void withoutADaemonTheErrorSaysWhatToDo() throws IOException {
        Ended missing = outpost("status");
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).contains("there is no such socket", "Start outpostd, or say with --socket");

        Files.createFile(LiveDaemon.socket(folder));
        assertThat(outpost("status").exitCode()).isEqualTo(3);
    }

    @Test
    void versionNeedsNoDaemonAndListsTheFeaturesOfTheImage() {
        Ended version = outpost("version");

        assertThat(version.exitCode()).isZero();
        assertThat(version.out())
                .matches("(?s)outpost [0-9]+\\.[0-9]+\\.[0-9]+\\S*\nfeatures: .*\n")
                .contains("cli, health, ipnbus, localapi, unixsocketidentity");
    }

    @Test
    void anImageThatDoesNotSayItsFeaturesIsTold() {
        Ended version = outpost("version", "--features");

        assertThat(version)
                .isEqualTo(new Ended(
                        1,
                        "",
                        "outpost: this image does not say its features: it has no file conf/features.properties\n"));
    }

    @Test
    void wrongWordsEndWithTheCodeForUsage() {
        assertThat(outpost("stats").exitCode()).isEqualTo(2);
        assertThat(outpost("up", "--timeout", "soon").exitCode()).isEqualTo(2);
        assertThat(Outpost.commandLine().getUsageMessage()).contains("Exit codes:", "3   no outpostd answers");
    }

    @Test
    void aTimeBelowZeroIsRefusedBeforeAnybodyIsAsked() {
        // Where the daemon were asked first, it would be missing, and that has another code.
        Ended up = outpost("up", "--timeout", "-5");

        assertThat(up.exitCode()).isEqualTo(2);
        assertThat(up.err()).startsWith("--timeout is -5 and must not be below 0; give the seconds to wait\n");
        assertThat(outpost("up", "--timeout", "0").exitCode()).isEqualTo(3);
    }

    @Test
    void whoHoldsTooManyConnectionsIsToldTheLimitEachTime() throws Exception {
        List<SocketChannel> held = new ArrayList<>();
        try (LiveDaemon daemon = LiveDaemon.start(folder)) {
            assertThat(daemon.alive()).isTrue();
            for (int i = 0; i < 8; i++) {
                held.add(SocketChannel.open(UnixDomainSocketAddress.of(LiveDaemon.socket(folder))));
                held.get(i).write(StandardCharsets.US_ASCII.encode("GET /v1/version HTTP/1.1\r\nhost: local\r\n\r\n"));
                // An answer shows that the connection has its place; it stays open for more.
                assertThat(held.get(i).read(ByteBuffer.allocate(1))).isEqualTo(1);
            }
            for (int i = 0; i < 50; i++) {
                assertThat(outpost("status"))
                        .isEqualTo(new Ended(
                                1,
                                "",
                                "outpost: one user may hold 8 connections to outpostd at a time;"
                                        + " end one of yours, or try later\n"));
            }
            assertThat(daemon.terminate().err()).containsOnlyOnce("one more was refused");
        } finally {
            for (SocketChannel channel : held) {
                channel.close();
            }
        }
    }

    @Test
    void textFromTheNetworkCannotCommandTheTerminal() {
        assertThat(Terminal.safe("a\u001b[2Jb\u202ec\u0007")).isEqualTo("a?[2Jb?c?");
    }

    private void replaceNetmap(String content) throws IOException {
        Path next = Files.writeString(folder.resolve("next.json"), content);
        Files.move(next, folder.resolve("netmap.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void waitFor(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private Ended outpost(String... words) {
        return LiveDaemon.outpost(folder, words);
    }
}
