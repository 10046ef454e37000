package io.whittle.assembler.goal;

import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RunnersTest {
    @Test
    void whatThisMachineRunsByItselfNeedsNone() throws Exception {
        String host = Platform.host().toString().replace('/', '-');

        assertThat(Runners.of(Map.of(host, List.of("emulator"), "openbsd-arm64", List.of("other", "-L", "/root"))))
                .containsOnly(Map.entry(Platform.parse("openbsd/arm64"), List.of("other", "-L", "/root")));
    }
}
