package outpost.router;

import org.junit.jupiter.api.Test;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.FamilyRouted;
import outpost.router.RouterFact.Held;
import outpost.router.RouterFact.OwnAddress;
import outpost.router.RouterFact.Route;
import outpost.router.RouterFact.ServiceRoute;

import java.util.List;
import java.util.Optional;

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
                map(List.of(MINE6, MINE), peer("exit", "100.64.0.2", "fd7a::2")),
                ranges("10.1.0.0/16", "0.0.0.0/0"),
                Optional.empty());

        assertThat(facts)
                .containsExactly(
                        new DeviceUp(),
                        new OwnAddress(address(MINE)),
                        new OwnAddress(address(MINE6)),
                        new FamilyRouted(true),
                        new FamilyRouted(false),
                        new Held(true),
                        new Route(range("0.0.0.0/0"), address(MINE)),
                        new Route(range("10.1.0.0/16"), address(MINE)),
                        new Route(range("100.64.0.2/32"), address(MINE)),
                        new Route(range("100.100.100.100/32"), address(MINE)),
                        new Route(range("fd7a::2/128"), address(MINE6)),
                        new Route(range("fd7a:115c:a1e0::53/128"), address(MINE6)));
    }

    @Test
    void familyInWhichTheNodeHasNoAddressIsLeftOut() {
        var facts = WantedFacts.of(map(List.of(MINE), peer("six", "fd7a::2")), ranges("fd00:1::/64"), Optional.empty());

        assertThat(facts)
                .containsExactly(
                        new DeviceUp(),
                        new OwnAddress(address(MINE)),
                        new FamilyRouted(true),
                        new Route(range("100.100.100.100/32"), address(MINE)));
    }

    @Test
    void everywhereIsHeldAlsoInAFamilyInWhichTheNodeHasNoAddress() {
        var facts = WantedFacts.of(map(List.of(MINE)), ranges("0.0.0.0/0", "::/0"), Optional.empty());

        assertThat(facts)
                .contains(new FamilyRouted(false), new Held(false), new Held(true))
                .doesNotContain(new Route(range("::/0"), address(MINE)));
    }

    @Test
    void theServicesOfTheNodeAreBehindTheirOwnDeviceWhereThereIsOne() {
        var facts = WantedFacts.of(map(List.of(MINE, MINE6)), ranges(), Optional.of("svc0"));

        assertThat(facts)
                .contains(
                        new ServiceRoute(range("100.100.100.100/32"), address(MINE), "svc0"),
                        new ServiceRoute(range("fd7a:115c:a1e0::53/128"), address(MINE6), "svc0"))
                .doesNotContain(new Route(range("100.100.100.100/32"), address(MINE)));
    }

    @Test
    void aNodeOfIpv6AloneHasAWayToItsServicesThere() {
        assertThat(WantedFacts.of(map(List.of(MINE6)), ranges(), Optional.of("svc0")))
                .containsExactly(
                        new DeviceUp(),
                        new OwnAddress(address(MINE6)),
                        new FamilyRouted(false),
                        new ServiceRoute(range("fd7a:115c:a1e0::53/128"), address(MINE6), "svc0"));
        assertThat(WantedFacts.of(map(List.of(MINE6)), ranges(), Optional.empty()))
                .as("kept in the mesh where nobody answers there")
                .contains(new Route(range("fd7a:115c:a1e0::53/128"), address(MINE6)));
    }

    @Test
    void rangeThatIsTheNodeItselfIsNotSentIntoTheMesh() {
        assertThat(WantedFacts.of(map(List.of(MINE)), ranges(MINE + "/32"), Optional.empty()))
                .doesNotContain(new Route(range(MINE + "/32"), address(MINE)));
    }
}
