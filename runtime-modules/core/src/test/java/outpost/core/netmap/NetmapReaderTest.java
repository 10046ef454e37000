package outpost.core.netmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class NetmapReaderTest {
    private static final String SPECIAL = "{}[]\",:\\0e-.9\u0001zu";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String GOOD = """
            {
              "self": {
                "name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1", "fd7a:115c:a1e0::1"],
                "advertisedRoutes": ["192.168.1.0/24"], "key": "%s"
              },
              "peers": [
                {"name": "exit", "addresses": ["100.64.0.3"], "allowedRoutes": ["::/0", "0.0.0.0/0"], "online": true},
                {"name": "b", "addresses": ["100.127.255.254"], "endpoint": "[2001:db8::1]:51820", "later": [1, {}]}
              ]
            }
            """.formatted(KEY);

    @Test
    void everyMemberIsRead() throws NetmapException {
        Netmap netmap = read(GOOD);

        assertThat(netmap.self().addresses())
                .extracting(Addresses::text)
                .containsExactly("100.64.0.1", "fd7a:115c:a1e0::1");
        assertThat(netmap.self().advertisedRoutes()).hasToString("[192.168.1.0/24]");
        assertThat(netmap.self().key()).contains(KEY);
        assertThat(netmap.fullName("b")).isEqualTo("b.tail.example");
        assertThat(netmap.peers()).extracting(Peer::name).containsExactly("b", "exit");
        assertThat(netmap.peer("b").orElseThrow().endpoint())
                .map(Endpoints::text)
                .contains("[2001:db8::1]:51820");
        assertThat(netmap.peer("exit").orElseThrow()).satisfies(exit -> {
            assertThat(exit.online()).isTrue();
            assertThat(exit.offersExit()).isTrue();
            assertThat(exit.allowedRoutes()).hasToString("[0.0.0.0/0, ::/0]");
        });
    }

    @Test
    void aPeerIsFoundByNameFullNameAndAddress() throws NetmapException {
        Netmap netmap = read(GOOD);

        assertThat(netmap.peer("B")).isPresent().isEqualTo(netmap.peer("b.tail.EXAMPLE"));
        assertThat(netmap.peer("100.64.0.3")).isPresent().isEqualTo(netmap.peer("exit"));
        assertThat(netmap.peer("100.64.0.1")).isEmpty();
        assertThat(netmap.peer("b.other.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"a\"|\"name\": \"A\"|self.name: not one label",
                "\"name\": \"a\"|\"name\": \"\"|self.name: not one label",
                "\"name\": \"a\"|\"name\": \"a-\"|self.name: not one label",
                "\"name\": \"a\"|\"name\": \"../a\"|self.name: not one label",
                "\"name\": \"a\"|\"name\": 1|self.name: expected text, found a number",
                "\"name\": \"a\", |``|self.name: it is missing",
                "\"name\": \"a\"|\"name\": \"b\"|peers[1].name: another node has the name b",
                "tail.example|tail..example|self.dnsSuffix: not a domain name",
                "100.64.0.3|100.63.255.255|peers[0].addresses[0]: 100.63.255.255 is not in 100.64.0.0/10",
                "100.64.0.3|100.128.0.0|peers[0].addresses[0]: 100.128.0.0 is not in 100.64.0.0/10",
                "100.64.0.3|100.100.100.100|or is kept for the node's own services",
                "100.64.0.3|100.64.0.1|peers[0].addresses[0]: another node has the address 100.64.0.1",
                "100.64.0.3|100.64.00.3|peers[0].addresses[0]: not an IPv4 or IPv6 address",
                "100.64.0.3|localhost|peers[0].addresses[0]: not an IPv4 or IPv6 address",
                "fd7a:115c:a1e0::1|::ffff:100.64.0.9|self.addresses[1]: not an IPv4 or IPv6 address",
                "fd7a:115c:a1e0::1|fd7a::1%lo|self.addresses[1]: not an IPv4 or IPv6 address",
                "fd7a:115c:a1e0::1|2001:db8::1|self.addresses[1]: 2001:db8::1 is not in",
                "[\"100.64.0.3\"]|[]|peers[0].addresses: expected 1 to 8, found 0",
                "[\"100.64.0.3\"]|\"100.64.0.3\"|peers[0].addresses: expected a list, found text",
                "192.168.1.0/24|192.168.1.1/24|self.advertisedRoutes[0]: not a range",
                "192.168.1.0/24|192.168.1.0/33|self.advertisedRoutes[0]: not a range",
                "192.168.1.0/24|192.168.1.0|self.advertisedRoutes[0]: not a range",
                "\"online\": true|\"online\": \"yes\"|peers[0].online: expected true or false, found text",
                "[2001:db8::1]:51820|[2001:db8::1]:65536|peers[1].endpoint: not an address with a port",
                "[2001:db8::1]:51820|example.com:51820|peers[1].endpoint: not an address with a port",
                "\"peers\": [|\"peers\": [1, |peers[0]: expected an object, found a number",
            })
    void eachFaultNamesItsPlace(String good, String bad, String message) {
        assertThat(GOOD).contains(good);

        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(NetmapException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aKeyMustBeThirtyTwoBytes() {
        assertThatThrownBy(() -> read(GOOD.replace(KEY, "AAAA"))).hasMessageContaining("self.key: not 32 bytes");
        assertThatThrownBy(() -> read(GOOD.replace(KEY, "?".repeat(44))))
                .hasMessageContaining("self.key: not 32 bytes");
    }

    @Test
    void whatIsTooLargeTooDeepOrTooManyIsRefused() {
        assertThatThrownBy(() -> NetmapReader.read(new byte[NetmapReader.LIMIT + 1]))
                .hasMessageContaining("larger");
        assertThatThrownBy(() -> read("{\"self\":" + "[".repeat(1_000_000))).hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> read("{\"self\": " + "9".repeat(4_000_000) + "}"))
                .hasMessageContaining("a number is");
        String peers = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> "{\"name\": \"p" + i + "\"}")
                .collect(Collectors.joining(","));
        assertThatThrownBy(() -> read(GOOD.replace("\"peers\": [", "\"peers\": [" + peers + ",")))
                .hasMessageContaining("peers: more than 10000");
    }

    @Test
    void tenThousandPeersAreReadInGoodTime() throws NetmapException {
        String peers = IntStream.range(0, 9_998)
                .mapToObj(
                        i -> "{\"name\": \"p" + i + "\", \"addresses\": [\"100.65." + i / 256 + "." + i % 256 + "\"]}")
                .collect(Collectors.joining(","));

        long begin = System.nanoTime();
        Netmap netmap = read(GOOD.replace("\"peers\": [", "\"peers\": [" + peers + ","));

        assertThat(netmap.peers()).hasSize(10_000);
        assertThat((System.nanoTime() - begin) / 1_000_000).as("milliseconds").isLessThan(20_000);
    }

    @Test
    void whateverIsInTheFileIsANetmapOrANetmapException() {
        long seed = new Random().nextLong();
        System.out.println("NetmapReaderTest seed " + seed);
        Random random = new Random(seed);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = random.nextInt(5) == 0 ? noise(random) : changed(good, random);
            try {
                assertThat(NetmapReader.read(bytes).self().addresses()).isNotEmpty();
            } catch (NetmapException e) {
                assertThat(e.getMessage()).as("seed %s round %s", seed, i).isNotBlank();
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] changed(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) SPECIAL.charAt(random.nextInt(SPECIAL.length()));
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static Netmap read(String json) throws NetmapException {
        return NetmapReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
