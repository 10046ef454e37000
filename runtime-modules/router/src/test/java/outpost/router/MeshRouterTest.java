package outpost.router;

import org.junit.jupiter.api.Test;
import outpost.core.netmap.Netmap;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.Route;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static outpost.router.Maps.address;
import static outpost.router.Maps.map;
import static outpost.router.Maps.range;
import static outpost.router.Maps.ranges;

class MeshRouterTest {
    private static final Netmap MAP = map(List.of("100.64.0.1"));

    private final MarkTable system = new MarkTable();
    private final MeshRouter router = new MeshRouter(new Convergence(system, system::run));

    @Test
    void acceptedRangesOfAllFeaturesHoldTogetherAndEachMayTakeItsOwnBack() throws IOException {
        router.up(MAP);
        router.accept("useroutes", ranges("10.1.0.0/16"));
        router.accept("useexitnode", ranges("0.0.0.0/0"));
        assertThat(system.held).contains(route("10.1.0.0/16"), route("0.0.0.0/0"));

        router.accept("useexitnode", List.of());
        assertThat(system.held).contains(route("10.1.0.0/16")).doesNotContain(route("0.0.0.0/0"));
    }

    @Test
    void rangesAcceptedWhileTheNodeIsDownWaitUntilItIsUp() throws IOException {
        router.accept("useroutes", ranges("10.1.0.0/16"));
        assertThat(system.held).isEmpty();

        router.up(MAP);
        assertThat(system.held).contains(route("10.1.0.0/16"));

        router.down();
        assertThat(system.held).isEmpty();
    }

    @Test
    void failureIsThrownAndMendedByTheNextCallOnceTheDeviceIsThere() throws IOException {
        system.refused.add(new DeviceUp().toString());
        assertThatIOException().isThrownBy(() -> router.up(MAP)).withMessageContaining("refused");
        assertThatIOException()
                .isThrownBy(() -> router.accept("useroutes", ranges("10.1.0.0/16")))
                .withMessageContaining("refused");

        system.refused.clear();
        router.up(MAP);
        assertThat(system.held).contains(route("100.100.100.100/32"), route("10.1.0.0/16"));
    }

    @Test
    void allIsSetAgainOnADeviceThatWasMadeAnew() throws IOException {
        router.up(MAP);
        system.held.clear();
        router.refresh(MAP);
        assertThat(system.held).as("what was set stands").isEmpty();

        router.deviceReplaced();
        router.refresh(MAP);

        assertThat(system.held).contains(route("100.100.100.100/32"));
    }

    private static String route(String to) {
        return new Route(range(to), address("100.64.0.1")).toString();
    }
}
