package io.whittle.assembler.lock;

import io.whittle.assembler.link.ClassArchive;
import io.whittle.assembler.link.ImageSettings;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class LockedOptionsTest {
    @Test
    void whatIsSetIsHeldAndWhatIsNotIsLeftOut() {
        ImageSettings settings = new ImageSettings(
                Optional.of("zip-6"),
                List.of("java-debug"),
                List.of(),
                new ClassArchive("app", List.of("up", "starts")));

        assertThat(LockedOptions.of(settings))
                .isEqualTo(Map.of("compress", "zip-6", "strip", "java-debug", "cds", "app", "train", "starts, up"));
        assertThat(LockedOptions.of(new ImageSettings(Optional.empty(), List.of(), List.of())))
                .isEmpty();
    }
}
