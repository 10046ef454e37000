package outpost.router.linux;

import org.junit.jupiter.api.Test;
import outpost.core.command.Command;
import outpost.core.netmap.Addresses;
import outpost.core.netmap.IpPrefix;
import outpost.router.RouterFact;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.Held;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class IpCommandsTest {
    private final IpCommands table = new IpCommands("outpost0", 0x4f50);

    @Test
    void deviceIsBroughtUpAndLeftToItsMaker() {
        assertThat(established(new DeviceUp())).containsExactly("ip link set dev outpost0 up");
        assertThat(withdrawn(new DeviceUp())).isEmpty();
    }

    @Test
    void addressesStandAloneAndIpv6OnesAreUsableAtOnce() {
        var v4 = new OwnAddress(Addresses.parse("100.64.0.1").orElseThrow());
        var v6 = new OwnAddress(Addresses.parse("fd7a::1").orElseThrow());

        assertThat(established(v4)).containsExactly("ip -4 address replace 100.64.0.1/32 dev outpost0");
        assertThat(withdrawn(v4)).containsExactly("ip -4 address del 100.64.0.1/32 dev outpost0");
        assertThat(established(v6)).containsExactly("ip -6 address replace fd7a::1/128 dev outpost0 nodad");
        assertThat(withdrawn(v6)).containsExactly("ip -6 address del fd7a::1/128 dev outpost0");
    }

    @Test
    void familyHasItsOwnEmptyTableAndTwoRulesThatLeadThere() {
        assertThat(established(new FamilyRouted(true)))
                .containsExactly(
                        "ip -4 route flush table 20336",
                        "ip -4 rule add pref 20335 table main suppress_prefixlength 0",
                        "ip -4 rule add pref 20336 not fwmark 0x4f50 table 20336");
        assertThat(withdrawn(new FamilyRouted(false)))
                .containsExactly(
                        "ip -6 rule del pref 20335 table main suppress_prefixlength 0",
                        "ip -6 rule del pref 20336 not fwmark 0x4f50 table 20336");
    }

    @Test
    void routesAreReplacedSoThatALeftOverOneIsNoFailure() {
        var route = new Route(
                IpPrefix.parse("10.1.0.0/16").orElseThrow(),
                Addresses.parse("100.64.0.1").orElseThrow());

        assertThat(established(route))
                .containsExactly("ip -4 route replace 10.1.0.0/16 dev outpost0 src 100.64.0.1 table 20336");
        assertThat(withdrawn(route))
                .containsExactly("ip -4 route del 10.1.0.0/16 dev outpost0 src 100.64.0.1 table 20336");
    }

    @Test
    void whatNoRouteTakesIsHeldBehindAllOfThem() {
        assertThat(established(new Held(false)))
                .containsExactly("ip -6 route replace unreachable default metric 4294967295 table 20336");
        assertThat(withdrawn(new Held(true)))
                .containsExactly("ip -4 route del unreachable default metric 4294967295 table 20336");
    }

    private List<String> established(RouterFact fact) {
        return table.establish(fact).stream().map(Command::toString).toList();
    }

    private List<String> withdrawn(RouterFact fact) {
        return table.withdraw(fact).stream().map(Command::toString).toList();
    }

    @Test
    void whatAKilledNodeLeftIsFoundByTheNumbersOfRulesAndTable() {
        assertThat(new IpCommands("outpost0", 0x4f50).leftovers())
                .extracting(Command::toString)
                .containsExactly(
                        "ip -4 rule del pref 20335 table main suppress_prefixlength 0",
                        "ip -4 rule del pref 20336 not fwmark 0x4f50 table 20336",
                        "ip -4 route flush table 20336",
                        "ip -6 rule del pref 20335 table main suppress_prefixlength 0",
                        "ip -6 rule del pref 20336 not fwmark 0x4f50 table 20336",
                        "ip -6 route flush table 20336");
    }
}
