package outpost.router.bsd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.core.command.Command;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.router.RouterFact;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class BsdCommandsTest {
    private static final OwnAddress V4 = new OwnAddress(address("100.64.0.1"));
    private static final OwnAddress V6 = new OwnAddress(address("fd7a::1"));
    private static final Route NET4 = route("10.1.0.0/16", "100.64.0.1");
    private static final Route NET6 = route("fd00:1::/64", "fd7a::1");

    @Test
    void freebsdRoutesByTheDeviceAndNamesAFarEnd() {
        var table = new BsdCommands(BsdSystem.FREEBSD, "tun0");

        assertThat(words(table))
                .containsExactly(
                        "ifconfig tun0 up",
                        "ifconfig tun0 inet 100.64.0.1/32 100.64.0.1 alias",
                        "ifconfig tun0 inet6 fd7a::1/128 alias",
                        "route -n add -inet 10.1.0.0/16 -iface tun0",
                        "route -n add -inet6 fd00:1::/64 -iface tun0",
                        "ifconfig tun0 inet 100.64.0.1 -alias",
                        "ifconfig tun0 inet6 fd7a::1 -alias",
                        "route -n delete -inet 10.1.0.0/16 -iface tun0",
                        "route -n delete -inet6 fd00:1::/64 -iface tun0");
    }

    @Test
    void openbsdRoutesByTheOwnAddressAndDeletesAddresses() {
        var table = new BsdCommands(BsdSystem.OPENBSD, "tun0");

        assertThat(words(table))
                .containsExactly(
                        "ifconfig tun0 up",
                        "ifconfig tun0 inet 100.64.0.1/32 alias",
                        "ifconfig tun0 inet6 fd7a::1/128 alias",
                        "route -n add -inet 10.1.0.0/16 -iface 100.64.0.1",
                        "route -n add -inet6 fd00:1::/64 -iface fd7a::1",
                        "ifconfig tun0 inet 100.64.0.1 delete",
                        "ifconfig tun0 inet6 fd7a::1 delete",
                        "route -n delete -inet 10.1.0.0/16 -iface 100.64.0.1",
                        "route -n delete -inet6 fd00:1::/64 -iface fd7a::1");
    }

    @Test
    void netbsdRoutesByTheOwnAddressAndRemovesAliases() {
        var table = new BsdCommands(BsdSystem.NETBSD, "tun0");

        assertThat(words(table))
                .containsExactly(
                        "ifconfig tun0 up",
                        "ifconfig tun0 inet 100.64.0.1/32 100.64.0.1 alias",
                        "ifconfig tun0 inet6 fd7a::1/128 alias",
                        "route -n add -inet 10.1.0.0/16 -iface 100.64.0.1",
                        "route -n add -inet6 fd00:1::/64 -iface fd7a::1",
                        "ifconfig tun0 inet 100.64.0.1 -alias",
                        "ifconfig tun0 inet6 fd7a::1 -alias",
                        "route -n delete -inet 10.1.0.0/16 -iface 100.64.0.1",
                        "route -n delete -inet6 fd00:1::/64 -iface fd7a::1");
    }

    @ParameterizedTest
    @EnumSource
    void defaultRouteIsTwoHalvesBesideTheOneThatIsThere(BsdSystem system) {
        var table = new BsdCommands(system, "tun0");

        assertThat(table.establish(route("0.0.0.0/0", "100.64.0.1")))
                .extracting(command -> command.words().get(4))
                .containsExactly("0.0.0.0/1", "128.0.0.0/1");
        assertThat(table.withdraw(route("::/0", "fd7a::1")))
                .extracting(command -> command.words().get(4))
                .containsExactly("::/1", "8000::/1");
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasAFormThatTheManualGives(BsdSystem system) {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var table = new BsdCommands(system, "tun0");
        Synopsis manual = Synopsis.of(system);
        for (int i = 0; i < 2000; i++) {
            RouterFact fact = random(random);
            for (List<Command> commands : List.of(table.establish(fact), table.withdraw(fact))) {
                assertThat(commands)
                        .allSatisfy(command -> assertThat(manual.accepts(command.words()))
                                .as(command.toString())
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NETBSD, route -n del -inet 10.1.0.0/16 -iface 100.64.0.1",
        "OPENBSD, route -n del -inet 10.1.0.0/16 -iface 100.64.0.1",
        "NETBSD, ifconfig tun0 inet6 fd7a::1 delete",
        "NETBSD, route -n add -inet 10.1.0.0/16 -iface tun0",
        "OPENBSD, route -n add -inet 10.1.0.0/16 -iface tun0",
        "FREEBSD, route -n add -inet -iface tun0 10.1.0.0/16",
        "FREEBSD, route -n add 10.1.0.0/16 -inet -iface tun0",
        "FREEBSD, route add -n -inet 10.1.0.0/16 -iface tun0",
        "FREEBSD, route -n add -inet6 10.1.0.0/16 -iface tun0",
        "FREEBSD, route -n add -inet 10.1.0.1/16 -iface tun0",
        "FREEBSD, route -n add -inet 10.1.0.0/33 -iface tun0",
        "FREEBSD, route -n add -inet 10.1.0.0/16",
        "FREEBSD, ifconfig inet tun0 100.64.0.1/32 alias",
        "FREEBSD, ifconfig tun0 inet alias 100.64.0.1/32",
        "FREEBSD, ifconfig tun0 inet 100.64.0.1/32 alias 100.64.0.1",
        "FREEBSD, ifconfig tun0 up now",
        "OPENBSD, ifconfig tun0 add 100.64.0.1/32",
        "NETBSD, ip route add 10.1.0.0/16 dev tun0"
    })
    void manualRefusesWhatTheSystemWouldRefuse(BsdSystem system, String command) {
        assertThat(Synopsis.of(system).accepts(command)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FREEBSD, route -n del -inet 10.1.0.0/16 -iface tun0",
        "FREEBSD, route -q -n delete -inet 10.1.0.0/16",
        "OPENBSD, ifconfig tun0 inet6 fd7a::1 delete",
        "NETBSD, ifconfig tun0 inet 100.64.0.1 delete"
    })
    void manualTakesWhatOnlySomeSystemsTake(BsdSystem system, String command) {
        assertThat(Synopsis.of(system).accepts(command)).isTrue();
    }

    private static List<String> words(BsdCommands table) {
        List<Command> commands = new ArrayList<>();
        List<RouterFact> facts = List.of(new DeviceUp(), V4, V6, new FamilyRouted(true), NET4, NET6);
        facts.forEach(fact -> commands.addAll(table.establish(fact)));
        facts.forEach(fact -> commands.addAll(table.withdraw(fact)));
        return commands.stream().map(Command::toString).toList();
    }

    private static RouterFact random(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        random.nextBytes(bytes);
        bytes[0] = (byte) (bytes.length == 4 ? 10 : 0xfd);
        InetAddress own = address(bytes.length == 4 ? "100.64.0.1" : "fd7a::1");
        return switch (random.nextInt(4)) {
            case 0 -> new DeviceUp();
            case 1 -> new FamilyRouted(random.nextBoolean());
            case 2 -> new OwnAddress(address(bytes));
            default -> new Route(cut(bytes, random.nextInt(bytes.length * 8 + 1)), own);
        };
    }

    private static IpPrefix cut(byte[] bytes, int bits) {
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return new IpPrefix(address(bytes), bits);
    }

    private static Route route(String to, String from) {
        return new Route(IpPrefix.parse(to).orElseThrow(), address(from));
    }

    private static InetAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
