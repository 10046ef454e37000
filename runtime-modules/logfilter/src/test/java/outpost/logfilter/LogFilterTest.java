package outpost.logfilter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.FeatureException;
import outpost.core.Features;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.log.Log;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class LogFilterTest {
    @TempDir
    private Path folder;

    @Test
    void verboseLinesAreHiddenAndAllOthersShown() throws Exception {
        var shown = new ByteArrayOutputStream();
        var stderr = new PrintStream(shown, true, StandardCharsets.UTF_8);
        var config = new NodeConfig(folder.resolve("state"), folder.resolve("netmap.json"), Settings.of(Map.of()));

        try (var running = RunningNode.start(config, List.of(new LogFilter(stderr)), stderr)) {
            Log log = running.node().log("dns");
            log.info("listening");
            log.v1("one question");
            log.v2("one packet");
            log.error("cannot listen [v1] any more");
        }

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains(" dns: listening\n", " dns: cannot listen [v1] any more\n")
                .doesNotContain("one question", "one packet");
    }

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(LogFilter.class);
    }
}
