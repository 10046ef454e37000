package io.whittle.assembler.goal;

import io.whittle.assembler.pack.ArchiveFormat;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** What takes long is told of now and then. */
class SpokenPackProgressTest {
    @Test
    void aLineEveryFiveSecondsAndNoneBefore() {
        Said said = new Said();
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 3);
        SpokenPackProgress progress = new SpokenPackProgress("small for linux/amd64", said, nanos::get);

        progress.begin(ArchiveFormat.TAR_ZST, 40 << 20);
        for (int seconds = 1; seconds <= 11; seconds++) {
            nanos.addAndGet(1_000_000_000L);
            progress.packed(1 << 20);
        }

        assertThat(said.lines)
                .containsExactly(
                        "packing small for linux/amd64 as tar.zst: 5.0 MiB of 40.0 MiB",
                        "packing small for linux/amd64 as tar.zst: 10.0 MiB of 40.0 MiB");
    }
}
