package outpost.router.bsd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.Settings;
import outpost.router.RouterFact.DeviceUp;

import java.io.IOException;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class BsdRouterTest {
    private static final Settings NONE = Settings.of(Map.of());

    @ParameterizedTest
    @CsvSource({"FreeBSD, FREEBSD", "OpenBSD, OPENBSD", "NetBSD, NETBSD"})
    void tableIsChosenByTheNameOfTheSystem(String osName, BsdSystem system) throws IOException {
        assertThat(BsdSystem.named(osName)).hasValue(system);
        assertThat(new BsdRouter(osName).commands(NONE, "tun3").establish(new DeviceUp()))
                .singleElement()
                .hasToString("ifconfig tun3 up");
    }

    @Test
    void otherSystemIsNamedInTheComplaint() {
        assertThatIOException()
                .isThrownBy(() -> new BsdRouter("SunOS").commands(NONE, "tun0"))
                .withMessageContaining("SunOS");
    }

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(BsdRouter.class);
    }
}
