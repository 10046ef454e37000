package outpost.dns;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.log.LogHub;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.Self;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResolvConfTest {
    private static final String THEIRS = "# the machine's\nnameserver 192.0.2.53\nsearch corp.example\noptions edns0\n";

    @TempDir
    private Path dir;

    private Path file;
    private StateStore store;

    @BeforeEach
    void before() throws IOException {
        file = Files.createDirectory(dir.resolve("etc")).resolve("resolv.conf");
        store = StateStore.open(dir.resolve("state"));
    }

    private static Self self(String suffix, String... addresses) {
        List<InetAddress> own = Stream.of(addresses)
                .map(Addresses::parse)
                .flatMap(Optional::stream)
                .toList();
        return new Self("me", suffix, own, List.of(), Optional.empty());
    }

    private ResolvConf conf() {
        return new ResolvConf(file, store, new LogHub(Clock.systemUTC(), System.err).log("dns"));
    }

    @Test
    void whatStoodThereComesBackByteForByte() throws IOException {
        Files.writeString(file, THEIRS);
        ResolvConf conf = conf();
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(file)
                .content()
                .startsWith("# Written by outpostd")
                .endsWith("nameserver 100.100.100.100\nsearch tail.example corp.example\noptions edns0\n");
        assertThat(ResolvText.nameservers(conf.former()))
                .extracting(Object::toString)
                .containsExactly("/192.0.2.53");
        conf.giveBack();
        assertThat(file).hasContent(THEIRS);
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aNodeThatWasKilledIsRepairedByTheNext() throws IOException {
        Files.writeString(file, THEIRS);
        conf().take(self("tail.example", "100.64.0.1"));
        ResolvConf next = conf();
        next.repair();
        assertThat(file).hasContent(THEIRS);
        next.repair();
        next.take(self("tail.example", "100.64.0.1"));
        next.take(self("other.example", "100.64.0.1"));
        assertThat(file).content().contains("search other.example corp.example");
        next.giveBack();
        assertThat(file).hasContent(THEIRS);
    }

    @Test
    void aFileThatIsLeftByANodeWhoseStateIsLostNamesNobodyToAsk() throws IOException {
        Files.writeString(file, THEIRS);
        conf().take(self("tail.example", "100.64.0.1"));
        store = StateStore.open(dir.resolve("another"));
        ResolvConf next = conf();
        assertThat(ResolvText.nameservers(next.former())).isEmpty();
        next.take(self("tail.example", "100.64.0.1"));
        assertThat(ResolvText.nameservers(next.former())).isEmpty();
        assertThat(file).content().endsWith("nameserver 100.100.100.100\nsearch tail.example\n");
        next.giveBack();
        assertThat(file).isEmptyFile();
    }

    @Test
    void aLinkComesBackAsALink() throws IOException {
        Path stub = Files.writeString(dir.resolve("stub.conf"), THEIRS);
        Files.createSymbolicLink(file, Path.of("../stub.conf"));
        ResolvConf conf = conf();
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(stub).as("what the link leads to is somebody else's").hasContent(THEIRS);
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(ResolvText.nameservers(conf.former())).hasSize(1);
        conf.giveBack();
        assertThat(Files.readSymbolicLink(file)).isEqualTo(Path.of("../stub.conf"));
    }

    @Test
    void whereNothingStoodNothingIsLeft() throws IOException {
        ResolvConf conf = conf();
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(file).exists();
        conf.giveBack();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatSomebodyElseHasWrittenSinceIsTheirs() throws IOException {
        Files.writeString(file, THEIRS);
        ResolvConf conf = conf();
        conf.take(self("tail.example", "100.64.0.1"));
        Files.writeString(file, "nameserver 198.51.100.1\n");
        assertThat(conf.lost()).hasValue("nameserver 198.51.100.1\n");
        conf.giveBack();
        assertThat(file).hasContent("nameserver 198.51.100.1");

        conf.take(self("tail.example", "100.64.0.1"));
        Files.writeString(file, "nameserver 203.0.113.1\n");
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(file).content().contains("100.100.100.100");
        conf.giveBack();
        assertThat(file).as("the last that was not ours").hasContent("nameserver 203.0.113.1");
    }

    @Test
    void whatStandsInTheWayOfTheNewFileLosesNothing() throws IOException {
        Files.writeString(file, THEIRS);
        Object before = Files.getAttribute(file, "unix:ino");
        Path inTheWay = Files.createDirectory(file.resolveSibling(".resolv.conf.outpostd"));
        Files.writeString(inTheWay.resolve("full"), "");
        assertThatThrownBy(() -> conf().take(self("tail.example", "100.64.0.1")))
                .isInstanceOf(IOException.class);
        assertThat(file).as("nothing is lost").hasContent(THEIRS);
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
    }

    @Test
    void theNameserverIsNamedInTheFamiliesThatTheNodeHas() throws IOException {
        ResolvConf conf = conf();
        conf.take(self("tail.example", "fd7a::1"));
        assertThat(file).content().contains("nameserver fd7a:115c:a1e0::53\n").doesNotContain("100.100.100.100");
        assertThat(ResolvText.nameservers(Files.readAllBytes(file)))
                .as("it is no other's")
                .isEmpty();
        conf.take(self("tail.example", "fd7a::1", "100.64.0.1"));
        assertThat(file).content().contains("nameserver 100.100.100.100\nnameserver fd7a:115c:a1e0::53\nsearch ");
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(file).content().contains("nameserver 100.100.100.100\nsearch ");
    }

    @Test
    void whatSomebodyElseWritesIsKeptBeforeTheFileIsTakenAnew() throws IOException {
        Files.writeString(file, THEIRS);
        ResolvConf conf = conf();
        assertThat(conf.lost()).as("it is not taken yet").isEmpty();
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(conf.lost()).isEmpty();
        Files.writeString(file, "nameserver 203.0.113.1\n");
        conf.keep();
        assertThat(ResolvText.nameservers(conf.former()))
                .extracting(Object::toString)
                .containsExactly("/203.0.113.1");
        assertThat(file).hasContent("nameserver 203.0.113.1");
        Files.delete(file);
        assertThat(conf.lost()).as("deleted is lost").hasValue("");
    }

    @Test
    void whatNamesNobodyDoesNotTakeThePlaceOfWhatIsKept() throws IOException {
        Files.writeString(file, THEIRS);
        ResolvConf conf = conf();
        conf.take(self("tail.example", "100.64.0.1"));
        // Caught while another program writes it.
        Files.writeString(file, "");
        conf.take(self("tail.example", "100.64.0.1"));
        Files.delete(file);
        conf.take(self("tail.example", "100.64.0.1"));
        assertThat(conf.former()).asString(StandardCharsets.UTF_8).isEqualTo(THEIRS);

        conf.giveBack();
        assertThat(file).hasContent(THEIRS);
    }

    @Test
    void aHugeFileIsNobodysList() throws IOException {
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(() -> conf().take(self("tail.example", "100.64.0.1")))
                .hasMessageContaining("larger than 65536");
    }
}
