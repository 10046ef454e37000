package outpost.netstack;

import org.junit.jupiter.api.Test;
import outpost.core.netmap.Netmap;
import outpost.core.netmap.NetmapReader;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static outpost.core.netmap.Addresses.parse;

class OwnAddressesTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger looks = new AtomicInteger();
    private Set<InetAddress> machine = addresses("192.0.2.11", "fe80::1", "100.64.0.9");
    private Optional<Netmap> netmap = Optional.empty();
    private final OwnAddresses own = new OwnAddresses(() -> netmap, this::look, now::get);

    private Set<InetAddress> look() {
        looks.incrementAndGet();
        return machine;
    }

    private void netmap() throws Exception {
        netmap = Optional.of(NetmapReader.read("""
                {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1", "fd7a::1"]},
                 "peers": [{"name": "b", "addresses": ["100.64.0.2"]}]}
                """.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ofTheMeshThoseOfThisNodeAloneAreItsOwn() throws Exception {
        assertThat(own.test(address("100.64.0.1")))
                .as("before there is a netmap")
                .isFalse();
        netmap();
        assertThat(own.test(address("100.64.0.1"))).isTrue();
        assertThat(own.test(address("fd7a::1"))).isTrue();
        assertThat(own.test(address("100.64.0.2"))).as("a peer").isFalse();
        assertThat(own.test(address("100.64.0.9")))
                .as("what a device still has of a former netmap")
                .isFalse();
        assertThat(looks).as("that costs no look at the devices").hasValue(0);
    }

    @Test
    void ofOthersThoseOfTheMachinesDevices() throws Exception {
        netmap();
        assertThat(own.test(address("192.0.2.11"))).isTrue();
        assertThat(own.test(address("fe80::1"))).isTrue();
        assertThat(own.test(address("198.51.100.2")))
                .as("a host behind this one")
                .isFalse();
        assertThat(own.test(address("2001:db8::2"))).isFalse();
    }

    @Test
    void aFloodCostsALookASecondAndWhatChangesIsSeenAfterThat() throws Exception {
        netmap();
        for (int i = 0; i < 1_000; i++) {
            assertThat(own.test(address("198.51.100.2"))).isFalse();
        }
        assertThat(looks).hasValue(1);
        machine = addresses("198.51.100.2");
        now.addAndGet(OwnAddresses.MOST_NANOS - 1);
        assertThat(own.test(address("198.51.100.2"))).isFalse();
        now.addAndGet(1);
        assertThat(own.test(address("198.51.100.2"))).isTrue();
        assertThat(looks).hasValue(2);
    }

    @Test
    void theDevicesOfThisMachineHaveAddresses() {
        assertThat(OwnAddresses.ofDevices()).contains(address("127.0.0.1"));
    }

    private static InetAddress address(String text) {
        return parse(text).orElseThrow();
    }

    private static Set<InetAddress> addresses(String... texts) {
        return Stream.of(texts).map(OwnAddressesTest::address).collect(Collectors.toSet());
    }
}
