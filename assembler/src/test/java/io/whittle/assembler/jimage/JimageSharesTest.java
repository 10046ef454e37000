package io.whittle.assembler.jimage;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Who brings what into a file of modules, seen in that of a real JDK. */
class JimageSharesTest {
    @Test
    void allSharesMakeUpTheFile() throws Exception {
        Path file = TestJdk.home().resolve("lib/modules");
        JimageShares shares = JimageShares.of(file);

        long sum = shares.generated().stored() + shares.generated().indexed();
        for (JimageShares.Share share : shares.byModule().values()) {
            sum += share.stored() + share.indexed();
            assertThat(share.ranges().stream()
                            .mapToLong(JimageShares.Range::length)
                            .sum())
                    .isEqualTo(share.stored());
        }
        assertThat(shares.total()).isEqualTo(Files.size(file));
        // A header, and a few texts of folders.
        assertThat(sum).isCloseTo(shares.total(), within(1L << 10));
        assertThat(shares.generated().stored()).isPositive();
        assertThat(shares.byModule().keySet())
                .isEqualTo(Jimage.of(file).bytesByModule().keySet());
    }
}
