package outpost.router.linux;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinuxRouterTest {
    @TempDir
    private Path folder;

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(LinuxRouter.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-6", "", "a/b", "outpost0 up", "sixteencharslong"})
    void nameThatIsNoDeviceIsRefusedBeforeAnyCommandRuns(String device) {
        var config = new NodeConfig(
                folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of("router.device", device)));
        var quiet = new PrintStream(PrintStream.nullOutputStream());

        assertThatExceptionOfType(FeatureException.class)
                .isThrownBy(() -> RunningNode.start(config, List.of(new LinuxRouter()), quiet))
                .withMessageContaining("router.device");
    }
}
