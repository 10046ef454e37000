package outpost.iptables;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.count.Tally;
import outpost.core.netmap.IpPrefix;
import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One family in tables that are played. */
class FamilyTest {
    @TempDir
    private Path dir;

    private final PlayedTables tables = new PlayedTables();
    private final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
    private Path forwards;
    private StateStore store;
    private Family family;

    @BeforeEach
    void layOut() throws IOException {
        forwards = Files.writeString(dir.resolve("ip_forward"), "0\n");
        store = StateStore.open(dir.resolve("state"));
        family = family();
        tables.chains.put("filter FORWARD", new ArrayList<>(List.of("-j SOMEBODYS")));
    }

    private Family family() {
        return new Family(
                new ChainCommands("iptables", true, "outpost0"),
                new ForwardingSwitch(forwards, store, "ip-forward-v4"),
                store,
                "iptables-v4",
                tables,
                outcomes);
    }

    @Test
    void whatChangesIsReplacedAtOnceAndNeverFlushedBefore() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        assertThat(tables.chains.get("filter FORWARD")).containsExactly("-j OUTPOST", "-j SOMEBODYS");
        assertThat(tables.chains.get("nat POSTROUTING")).containsExactly("-j OUTPOST");
        tables.asked.clear();

        family.hold(ranges("192.0.2.0/24", "198.51.100.0/24"));
        assertThat(tables.asked)
                .containsExactly("filter -C FORWARD -j OUTPOST", "nat -C POSTROUTING -j OUTPOST", "--noflush");
        assertThat(tables.chains.get("filter OUTPOST")).contains("-i outpost0 -d 198.51.100.0/24 -j ACCEPT");
        assertThat(tables.chains.get("filter FORWARD"))
                .as("entered once")
                .containsExactly("-j OUTPOST", "-j SOMEBODYS");
        assertThat(forwards).hasContent("1");
    }

    @Test
    void chainsThatNothingLeadsToAnyMoreAreFilledAnew() throws IOException {
        assertThat(family.stands()).as("nothing is held").isTrue();
        family.hold(ranges("192.0.2.0/24"));
        assertThat(family.stands()).isTrue();

        // As a firewall does that is loaded anew.
        tables.chains.clear();
        tables.chains.put("filter FORWARD", new ArrayList<>(List.of("-j SOMEBODYS")));
        assertThat(family.stands()).isFalse();
        family.hold(ranges("192.0.2.0/24"));
        assertThat(tables.chains.get("filter FORWARD")).containsExactly("-j OUTPOST", "-j SOMEBODYS");
        assertThat(tables.chains.get("filter OUTPOST")).contains("-i outpost0 -d 192.0.2.0/24 -j ACCEPT");
        assertThat(family.stands()).isTrue();
    }

    @Test
    void whatIsHeldIsLeftAlone() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        tables.asked.clear();
        family.hold(ranges("192.0.2.0/24", "2001:db8::/32"));
        assertThat(tables.asked).as("of the other family").isEmpty();
        assertThat(outcomes.of(Outcome.FILLED)).isEqualTo(1);
    }

    @Test
    void whatWasGrantedStaysWhereMoreIsRefused() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        List<String> before = tables.chains.get("filter OUTPOST");
        tables.refuses = "filter";
        assertThatThrownBy(() -> family.hold(ranges("192.0.2.0/24", "198.51.100.0/24")))
                .hasMessageContaining("ended with 2: no chain for that");
        assertThat(tables.chains.get("filter OUTPOST")).isEqualTo(before);
        assertThat(forwards).hasContent("1");
        assertThat(outcomes.of(Outcome.REFUSED)).isEqualTo(1);

        tables.refuses = "none";
        family.hold(ranges("192.0.2.0/24", "198.51.100.0/24"));
        assertThat(tables.chains.get("filter OUTPOST")).contains("-i outpost0 -d 198.51.100.0/24 -j ACCEPT");
    }

    @Test
    void whatIsGrantedNoLongerDoesNotStayWhereTheRestIsRefused() throws IOException {
        family.hold(ranges("192.0.2.0/24", "198.51.100.0/24"));
        tables.refuses = "filter";
        assertThatThrownBy(() -> family.hold(ranges("192.0.2.0/24"))).hasMessageContaining("no chain for that");
        assertThat(tables.chains).doesNotContainKeys("filter OUTPOST", "nat OUTPOST");
        assertThat(forwards).hasContent("0");
        assertThat(family.isMarked()).isFalse();
    }

    @Test
    void ofWhatWasNeverHeldNoPartStays() throws IOException {
        family.hold(List.of());
        tables.refuses = "filter";
        assertThatThrownBy(() -> family.hold(ranges("192.0.2.0/24"))).hasMessageContaining("no chain for that");
        assertThat(tables.chains).doesNotContainKey("nat OUTPOST");
        assertThat(tables.chains.get("nat POSTROUTING")).isEmpty();
        assertThat(family.isMarked()).isFalse();
    }

    @Test
    void whereThereIsNoProgramNothingIsMarked() throws IOException {
        tables.missing = true;
        assertThatThrownBy(() -> family.hold(ranges("192.0.2.0/24"))).hasMessageContaining("could not be started");
        assertThat(family.isMarked()).isFalse();
        family.withdraw();
        assertThat(tables.asked).hasSize(1);
    }

    @Test
    void tablesThatAreLockedForAMomentAreWaitedFor() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        tables.locked = 2;
        family.withdraw();
        assertThat(tables.chains).doesNotContainKeys("filter OUTPOST", "nat OUTPOST");
        assertThat(tables.chains.get("filter FORWARD")).containsExactly("-j SOMEBODYS");
        assertThat(family.isMarked()).isFalse();
        assertThat(outcomes.of(Outcome.REMOVED)).isEqualTo(1);
        assertThat(outcomes.of(Outcome.LEFT)).isZero();
    }

    @Test
    void whatCannotBeTakenAwayStaysMarkedAndTheNextStartTriesAgain() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        for (String table : List.of("filter", "nat")) {
            tables.keeps = table;
            assertThatThrownBy(family::withdraw)
                    .hasMessageContaining("the chain of table " + table + " is not seen to be gone");
            assertThat(family.isMarked()).isTrue();
        }
        assertThat(outcomes.of(Outcome.LEFT)).isEqualTo(2);

        tables.keeps = "none";
        Family next = family();
        assertThat(next.isMarked()).isTrue();
        next.withdraw();
        assertThat(tables.chains).doesNotContainKeys("filter OUTPOST", "nat OUTPOST");
        assertThat(next.isMarked()).isFalse();
    }

    @Test
    void whatIsLockedForGoodStaysMarkedAndEndsTheAttemptSoon() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        tables.asked.clear();
        tables.locked = Integer.MAX_VALUE;
        assertThatThrownBy(family::withdraw).hasMessageContaining("holding the xtables lock");
        assertThat(family.isMarked()).isTrue();
        assertThat(tables.asked).as("each costs a second").hasSize(3);
    }

    @Test
    void everyEntranceGoesAlsoWhereThereAreTwo() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        tables.chains.get("filter FORWARD").add("-j OUTPOST");
        family.withdraw();
        assertThat(tables.chains.get("filter FORWARD")).containsExactly("-j SOMEBODYS");
        assertThat(family.isMarked()).isFalse();
    }

    @Test
    void afterItWentItIsMadeAnew() throws IOException {
        family.hold(ranges("192.0.2.0/24"));
        family.withdraw();
        assertThat(forwards).hasContent("0");
        family.hold(ranges("192.0.2.0/24"));
        assertThat(tables.chains.get("filter OUTPOST")).contains("-i outpost0 -d 192.0.2.0/24 -j ACCEPT");
        assertThat(forwards).hasContent("1");
    }

    private static List<IpPrefix> ranges(String... texts) {
        return Stream.of(texts).map(text -> IpPrefix.parse(text).orElseThrow()).toList();
    }
}
