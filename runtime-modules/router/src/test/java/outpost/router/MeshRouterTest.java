package outpost.router;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outpost.core.netmap.Netmap;
import outpost.router.RouterFact.DeviceUp;
import outpost.router.RouterFact.Route;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static outpost.router.Maps.address;
import static outpost.router.Maps.map;
import static outpost.router.Maps.range;
import static outpost.router.Maps.ranges;

class MeshRouterTest {
    private static final Netmap MAP = map(List.of("100.64.0.1"));

    private final MarkTable system = new MarkTable();
    private final BlockingQueue<Optional<String>> late = new ArrayBlockingQueue<>(10);
    private final MeshRouter router =
            new MeshRouter(new Convergence(system, system::run), Duration.ofMillis(50), late::add);

    @AfterEach
    void close() {
        router.close();
    }

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
    void failureIsThrownAndHealedByItselfOnceTheDeviceIsThere() throws Exception {
        system.refused.add(new DeviceUp().toString());
        assertThatIOException().isThrownBy(() -> router.up(MAP)).withMessageContaining("refused");
        assertThat(late.poll(10, TimeUnit.SECONDS)).isPresent();

        system.refused.clear();
        Optional<String> outcome = late.poll(10, TimeUnit.SECONDS);
        while (outcome != null && outcome.isPresent()) {
            outcome = late.poll(10, TimeUnit.SECONDS);
        }

        assertThat(outcome).isNotNull();
        assertThat(system.held).contains(route("100.100.100.100/32"));
        assertThat(late.poll(200, TimeUnit.MILLISECONDS))
                .as("a retry after success")
                .isNull();
    }

    @Test
    void nodeThatWentDownIsNotBroughtBackByARetry() throws Exception {
        system.refused.add(new DeviceUp().toString());
        assertThatIOException().isThrownBy(() -> router.up(MAP));
        router.down();
        late.clear();
        system.refused.clear();

        assertThat(late.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(system.held).isEmpty();
    }

    private static String route(String to) {
        return new Route(range(to), address("100.64.0.1")).toString();
    }
}
