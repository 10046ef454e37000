package outpost.portlist;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.portlist.ListeningPort.Transport;
import outpost.portlist.ProcNetTable.Socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TablesTest {
    private static final WindowsNetstat WINDOWS =
            new WindowsNetstat(number -> number == 1032 ? Optional.of("svchost.exe") : Optional.empty());

    @Test
    void linuxTablesGiveListenersAddressesInTheMachinesByteOrderAndSocketNumbers() {
        assertThat(linux(Transport.TCP, "linux-tcp.txt"))
                .containsExactly(
                        new Socket(port(Transport.TCP, "127.0.0.1", 8080), 41001),
                        new Socket(port(Transport.TCP, "*", 22), 41002));
        assertThat(linux(Transport.TCP, "linux-tcp6.txt"))
                .containsExactly(
                        new Socket(port(Transport.TCP, "0:0:0:0:0:0:0:1", 631), 42001),
                        new Socket(port(Transport.TCP, "*", 80), 42002));
        assertThat(linux(Transport.UDP, "linux-udp.txt"))
                .containsExactly(new Socket(port(Transport.UDP, "*", 68), 43001));
    }

    @Test
    void machineWithTheOtherByteOrderPrintsTheOtherWayRound() {
        String row = "header\n 0: 7F000001:0016 00000000:0000 0A 0:0 00:0 0 0 0 5 1";

        assertThat(new ProcNetTable(Transport.TCP, ByteOrder.BIG_ENDIAN).read(row.lines()))
                .containsExactly(new Socket(port(Transport.TCP, "127.0.0.1", 22), 5));
    }

    @Test
    void freebsd() {
        assertThat(BsdNetstat.read(sample("freebsd.txt").lines()))
                .containsExactly(
                        port(Transport.TCP, "127.0.0.1", 25),
                        port(Transport.TCP, "*", 22),
                        port(Transport.TCP, "*", 22),
                        port(Transport.TCP, "::1", 953),
                        port(Transport.UDP, "*", 514),
                        port(Transport.UDP, "fe80::1%lo0", 123));
    }

    @Test
    void openbsd() {
        assertThat(BsdNetstat.read(sample("openbsd.txt").lines()))
                .containsExactly(
                        port(Transport.TCP, "127.0.0.1", 25),
                        port(Transport.TCP, "*", 22),
                        port(Transport.TCP, "::1", 25),
                        port(Transport.UDP, "*", 514));
    }

    @Test
    void netbsd() {
        assertThat(BsdNetstat.read(sample("netbsd.txt").lines()))
                .containsExactly(
                        port(Transport.TCP, "*", 22),
                        port(Transport.UDP, "*", 68),
                        port(Transport.TCP, "*", 22),
                        port(Transport.UDP, "*", 546));
    }

    @Test
    void macos() {
        assertThat(BsdNetstat.read(sample("macos.txt").lines()))
                .containsExactly(
                        port(Transport.TCP, "127.0.0.1", 631),
                        port(Transport.TCP, "::1", 631),
                        port(Transport.TCP, "*", 8080),
                        port(Transport.UDP, "*", 5353),
                        port(Transport.UDP, "*", 3722));
    }

    @Test
    void windowsWithOwners() {
        assertThat(WINDOWS.read(sample("windows.txt").lines()))
                .containsExactly(
                        port(Transport.TCP, "*", 135).ownedBy("svchost.exe"),
                        port(Transport.TCP, "127.0.0.1", 5939),
                        port(Transport.TCP, "*", 135).ownedBy("svchost.exe"),
                        port(Transport.TCP, "::1", 49671),
                        port(Transport.UDP, "*", 500),
                        port(Transport.UDP, "fe80::1c2d:3e4f%12", 1900));
    }

    @Test
    void windowsInAnotherLanguage() {
        assertThat(WINDOWS.read(sample("windows-german.txt").lines()))
                .containsExactly(port(Transport.TCP, "*", 135).ownedBy("svchost.exe"), port(Transport.UDP, "*", 500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-tcp.txt",
                "linux-tcp6.txt",
                "linux-udp.txt",
                "freebsd.txt",
                "openbsd.txt",
                "netbsd.txt",
                "macos.txt",
                "windows.txt"
            })
    void damagedTextNeverThrowsAndNeverGivesAPortThatCannotBe(String file) {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String whole = sample(file);
        List<Function<String, List<ListeningPort>>> readers = List.of(
                text -> sockets(Transport.TCP, text),
                text -> sockets(Transport.UDP, text),
                text -> BsdNetstat.read(text.lines()),
                text -> WINDOWS.read(text.lines()));
        for (int i = 0; i < 1500; i++) {
            String text = damaged(whole, random);
            for (Function<String, List<ListeningPort>> reader : readers) {
                assertThat(reader.apply(text))
                        .allSatisfy(port -> assertThat(port.port()).isBetween(1, 65_535));
            }
        }
    }

    @Test
    void veryLongLineIsReadInReasonableTime() {
        String row = "TCP " + ":1 ".repeat(200_000) + "\ntcp4 0 0 " + "1.".repeat(300_000) + " *.* LISTEN";
        long before = System.nanoTime();

        assertThat(WINDOWS.read(row.lines())).isEmpty();
        assertThat(BsdNetstat.read(row.lines())).isEmpty();

        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    private static String damaged(String text, Random random) {
        var damaged = new StringBuilder(text);
        String pieces = "\0 \n\t:.*%[]0123456789aFxLTé";
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(damaged.length());
            char piece = pieces.charAt(random.nextInt(pieces.length()));
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, piece);
                case 1 -> damaged.insert(at, piece);
                default -> damaged.delete(at, Math.min(damaged.length() - 1, at + 1 + random.nextInt(5)));
            }
        }
        return damaged.toString();
    }

    private static List<ListeningPort> sockets(Transport transport, String text) {
        List<ListeningPort> ports = new ArrayList<>();
        new ProcNetTable(transport, ByteOrder.LITTLE_ENDIAN)
                .read(text.lines())
                .forEach(socket -> ports.add(socket.port()));
        return ports;
    }

    private static List<Socket> linux(Transport transport, String file) {
        return new ProcNetTable(transport, ByteOrder.LITTLE_ENDIAN).read(lines(file));
    }

    private static ListeningPort port(Transport transport, String address, int port) {
        return new ListeningPort(transport, address, port, Optional.empty());
    }

    private static Stream<String> lines(String file) {
        return sample(file).lines();
    }

    private static String sample(String file) {
        try (InputStream in = TablesTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
