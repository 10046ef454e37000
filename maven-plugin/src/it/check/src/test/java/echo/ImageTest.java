package echo;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertTrue;

class ImageTest {
    @Test
    void hasItsLauncher() {
        assertTrue(Files.isExecutable(Path.of(System.getProperty("whittle.image"), "bin", "echo")));
    }
}
