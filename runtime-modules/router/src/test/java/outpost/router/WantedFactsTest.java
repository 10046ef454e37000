package outpost.router;

import org.junit.jupiter.api.Test;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static outpost.router.Maps.address;
import static outpost.router.Maps.map;
import static outpost.router.Maps.peer;
import static outpost.router.Maps.range;
import static outpost.router.Maps.ranges;

class WantedFactsTest {
    private static final String MINE = "100.64.0.1";
    private static final String MINE6 = "fd7a::1";

    @Test
    void devicesAddressesFamiliesAndRoutesComeInTheOrderInWhichTheyCanBeEstablished() {
        var facts = WantedFacts.of(
                map(List.of(MINE6, MINE), peer("exit", "100.64.0.2", "fd7a::2")), ranges("10.1.0.0/16", "0.0.0.0/0"));

        assertThat(facts)
                .containsExactly(
                        new DeviceUp(),
                        new OwnAddress(address(MINE)),
                        new OwnAddress(address(MINE6)),
                        new FamilyRouted(true),
                        new FamilyRouted(false),
                        new Route(range("0.0.0.0/0"), address(MINE)),
                        new Route(range("10.1.0.0/16"), address(MINE)),
                        new Route(range("100.64.0.2/32"), address(MINE)),
                        new Route(range("100.100.100.100/32"), address(MINE)),
                        new Route(range("fd7a::2/128"), address(MINE6)));
    }

    @Test
    void familyInWhichTheNodeHasNoAddressIsLeftOut() {
        var facts = WantedFacts.of(map(List.of(MINE), peer("six", "fd7a::2")), ranges("fd00:1::/64"));

        assertThat(facts)
                .containsExactly(
                        new DeviceUp(),
                        new OwnAddress(address(MINE)),
                        new FamilyRouted(true),
                        new Route(range("100.100.100.100/32"), address(MINE)));
    }

    @Test
    void rangeThatIsTheNodeItselfIsNotSentIntoTheMesh() {
        assertThat(WantedFacts.of(map(List.of(MINE)), ranges(MINE + "/32")))
                .doesNotContain(new Route(range(MINE + "/32"), address(MINE)));
    }
}
