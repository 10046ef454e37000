package outpost.iptables;

import org.junit.jupiter.api.Test;
import outpost.core.command.Command;
import outpost.core.netmap.IpPrefix;
import outpost.iptables.ChainCommands.Table;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ChainCommandsTest {
    private final ChainCommands v4 = new ChainCommands("iptables", true, "outpost0");

    @Test
    void packetsOfTheMeshPassToTheRangesAloneAndTheirAnswersBack() {
        assertThat(v4.content(List.of(range("192.168.1.0/24"), range("10.0.0.0/8")), List.of()))
                .isEqualTo("""
                        *nat
                        :OUTPOST - [0:0]
                        -A OUTPOST -m mark --mark 0x1000000/0x1000000 -j MASQUERADE
                        COMMIT
                        *filter
                        :OUTPOST - [0:0]
                        -A OUTPOST -d 100.100.100.100 -j DROP
                        -A OUTPOST -i outpost0 -d 192.168.1.0/24 -j MARK --set-xmark 0x1000000/0x1000000
                        -A OUTPOST -i outpost0 -d 192.168.1.0/24 -j ACCEPT
                        -A OUTPOST -i outpost0 -d 10.0.0.0/8 -j MARK --set-xmark 0x1000000/0x1000000
                        -A OUTPOST -i outpost0 -d 10.0.0.0/8 -j ACCEPT
                        -A OUTPOST -i outpost0 -j DROP
                        -A OUTPOST -o outpost0 -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
                        COMMIT
                        """);
        assertThat(v4.replace()).hasToString("iptables-restore -w 3 --noflush");
    }

    @Test
    void packetsAreSentThroughTheChainsWhereTheyAreNotYetAndNeverTwice() {
        assertThat(v4.content(List.of(range("10.0.0.0/8")), List.of(Table.NAT)))
                .contains("-A POSTROUTING -j OUTPOST\n")
                .doesNotContain("FORWARD");
        assertThat(v4.content(List.of(range("10.0.0.0/8")), List.of(Table.FILTER)))
                .contains("-I FORWARD -j OUTPOST\n")
                .doesNotContain("POSTROUTING");
    }

    @Test
    void theOtherFamilyHasAProgramOfItsOwn() {
        ChainCommands v6 = new ChainCommands("ip6tables-legacy", false, "outpost0");
        assertThat(v6.takes(range("::/0"))).isTrue();
        assertThat(v6.takes(range("10.0.0.0/8"))).isFalse();
        assertThat(v6.replace()).hasToString("ip6tables-legacy-restore -w 3 --noflush");
        assertThat(v6.content(List.of(range("::/0")), List.of()))
                .contains("\n-A OUTPOST -d fd7a:115c:a1e0::53 -j DROP\n-A OUTPOST -i outpost0 -d ::/0 -j MARK ");
    }

    @Test
    void whatIsMadeIsTakenAwayAgainAndNothingElse() {
        assertThat(v4.isEntered(Table.FILTER)).hasToString("iptables -w 3 -t filter -C FORWARD -j OUTPOST");
        assertThat(v4.leave(Table.FILTER)).hasToString("iptables -w 1 -t filter -D FORWARD -j OUTPOST");
        assertThat(v4.leave(Table.NAT)).hasToString("iptables -w 1 -t nat -D POSTROUTING -j OUTPOST");
        assertThat(v4.remove(Table.NAT))
                .extracting(Command::toString)
                .containsExactly("iptables -w 1 -t nat -F OUTPOST", "iptables -w 1 -t nat -X OUTPOST");
        assertThat(v4.isThere(Table.NAT)).hasToString("iptables -w 1 -t nat -S OUTPOST");
    }

    private static IpPrefix range(String text) {
        return IpPrefix.parse(text).orElseThrow();
    }
}
