package outpost.wireguard;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class KernelPingTest {
    @Test
    void thisMachineAnswers() throws Exception {
        assertThat(new KernelPing().ping(InetAddress.getLoopbackAddress(), Duration.ofSeconds(10)))
                .hasValueSatisfying(took -> assertThat(took).isPositive());
    }
}
