package io.whittle.assembler.lock;

import io.whittle.assembler.plan.ClassArchive;
import io.whittle.assembler.plan.FeaturesFile;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.FeatureProperties;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class LockedOptionsTest {
    @Test
    void whatIsSetIsHeldAndWhatIsNotIsLeftOut() {
        ImageSettings settings = new ImageSettings(
                Optional.of("zip-6"),
                List.of("java-debug"),
                List.of(),
                new ClassArchive("app", List.of("up", "starts")),
                Optional.of(new FeaturesFile(
                        "conf/features.properties",
                        new FeatureProperties(Optional.empty(), Platform.host(), new TreeMap<>()))));

        assertThat(LockedOptions.of(settings))
                .isEqualTo(Map.of(
                        "compress",
                        "zip-6",
                        "strip",
                        "java-debug",
                        "cds",
                        "app",
                        "train",
                        "starts, up",
                        "features",
                        "conf/features.properties"));
        assertThat(LockedOptions.of(new ImageSettings(Optional.empty(), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void aPlanThatWasReadTellsTheSame() {
        assertThat(LockedOptions.of(JsonMapper.shared().readTree("""
                        {"compress": "zip-6", "strip": ["java-debug"], "locales": [], "cds": "app", "train": ["starts", "up"],
                         "features": {"file": "conf/features.properties", "in": ["dns"], "out": []}}
                        """)))
                .isEqualTo(Map.of(
                        "compress",
                        "zip-6",
                        "strip",
                        "java-debug",
                        "cds",
                        "app",
                        "train",
                        "starts, up",
                        "features",
                        "conf/features.properties"));
        assertThat(LockedOptions.of(JsonMapper.shared().readTree("{\"strip\": 1, \"locales\": []}")))
                .isEmpty();
    }
}
