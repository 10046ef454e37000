package outpost.tun;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A platform that JNA has no native file for. It is one for as long as this process lives. */
class LibcTest {
    @BeforeAll
    static void haveNoNativeFile() {
        System.setProperty("jna.noclasspath", "true");
        System.setProperty("jna.nosys", "true");
    }

    @Test
    void whereThereIsNoNativeFileEachCallerIsToldWhy() {
        var device = new TunDevice(Path.of("/dev/null"), "test0", 1280);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(device::open)
                    .as("attempt %s", attempt)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "the C library cannot be called: Unable to locate JNA native support library; ");
        }
    }
}
