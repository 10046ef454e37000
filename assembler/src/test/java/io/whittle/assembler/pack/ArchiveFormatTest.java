package io.whittle.assembler.pack;

import io.whittle.graph.catalog.Os;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which formats there are, and which is usual where. */
class ArchiveFormatTest {
    @Test
    void windowsTakesZipAndOthersTar() {
        for (Os os : Os.values()) {
            assertThat(ArchiveFormat.usualOn(os))
                    .isEqualTo(os == Os.WINDOWS ? ArchiveFormat.ZIP : ArchiveFormat.TAR_GZ);
        }
    }

    @Test
    void eachIsKnownByItsWord() {
        for (ArchiveFormat format : ArchiveFormat.values()) {
            assertThat(ArchiveFormat.of(format.word())).contains(format);
        }
        assertThat(ArchiveFormat.of("TAR_GZ")).isEmpty();
    }
}
