package io.whittle.assembler.cds;

import io.whittle.assembler.plan.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JvmFolderTest {
    @TempDir
    private Path image;

    @Test
    void theFirstKindThatIsThereIsTheOneThatIsStarted() throws Exception {
        image("# comment\n-server KNOWN\n-client IGNORE\n-zero KNOWN\n", "lib/zero/libjvm.so");
        assertThat(JvmFolder.of(image)).isEqualTo(image.resolve("lib/zero"));

        image("-server KNOWN\n-zero KNOWN\n", "lib/server/libjvm.so");
        assertThat(JvmFolder.of(image)).isEqualTo(image.resolve("lib/server"));
    }

    @Test
    void onWindowsItLiesBesideThePrograms() throws Exception {
        image("-server KNOWN\n-client IGNORE\n", "bin/server/jvm.dll");
        assertThat(JvmFolder.of(image)).isEqualTo(image.resolve("bin/server"));
    }

    @Test
    void aMinimalJvmIsRefusedWithWhatToDo() throws IOException {
        image("-minimal KNOWN\n", "lib/minimal/libjvm.so");
        assertThatThrownBy(() -> JvmFolder.of(image))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("the minimal one", "cds: none");
    }

    @Test
    void anImageWithoutAnyIsRefused() throws IOException {
        image("-server KNOWN\n", "lib/other/libjvm.so");
        assertThatThrownBy(() -> JvmFolder.of(image))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("No JVM that lib/jvm.cfg");
    }

    private void image(String kinds, String library) throws IOException {
        Files.createDirectories(image.resolve("lib"));
        Files.writeString(image.resolve("lib/jvm.cfg"), kinds);
        Files.createDirectories(image.resolve(library).getParent());
        Files.writeString(image.resolve(library), "");
    }
}
