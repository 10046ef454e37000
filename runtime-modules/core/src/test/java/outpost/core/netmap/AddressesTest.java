package outpost.core.netmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "100.64.0.1,100.64.0.1",
        "::,::",
        "::1,::1",
        "1::,1::",
        "FD7A:115C:A1E0:0:0:0:0:1,fd7a:115c:a1e0::1",
        "1:0:0:2:0:0:0:3,1:0:0:2::3",
        "1:0:0:2:0:0:3:4,1::2:0:0:3:4",
        "1:0:2:3:4:5:6:7,1:0:2:3:4:5:6:7",
        "1:2:3:4:5:6:0:0,1:2:3:4:5:6::",
    })
    void anAddressIsWrittenInItsShortForm(String text, String shortForm) {
        assertThat(Addresses.parse(text)).map(Addresses::text).contains(shortForm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.04",
                "a.b.c.d",
                ":",
                "1:2",
                "::g",
                "::1%1",
                "::ffff:1.2.3.4",
                "1.2.3.4 ",
                "[::1]",
                "localhost",
                "fe80::1%eth0"
            })
    void whatIsNotAnAddressIsNotLookedUp(String text) {
        assertThat(Addresses.parse(text)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("AddressesTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[16];
            for (int octet = 0; octet < bytes.length; octet++) {
                bytes[octet] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            if (address.getAddress().length == 16) {
                assertThat(Addresses.parse(Addresses.text(address)))
                        .as("seed %s", seed)
                        .contains(address);
            }
        }
    }

    @Test
    void aPrefixHoldsItsAddressesOnly() {
        IpPrefix prefix = IpPrefix.parse("10.1.128.0/17").orElseThrow();

        assertThat(prefix.contains(address("10.1.128.0"))).isTrue();
        assertThat(prefix.contains(address("10.1.255.255"))).isTrue();
        assertThat(prefix.contains(address("10.1.127.255"))).isFalse();
        assertThat(prefix.contains(address("::1"))).isFalse();
        assertThat(IpPrefix.parse("0.0.0.0/0").orElseThrow().isDefault()).isTrue();
        assertThat(IpPrefix.parse("fd7a::/16").orElseThrow()).hasToString("fd7a::/16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "::/129",
                "::1/64",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "host/8"
            })
    void whatIsNotAPrefixIsRefused(String text) {
        assertThat(IpPrefix.parse(text)).isEmpty();
    }

    private static InetAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }
}
