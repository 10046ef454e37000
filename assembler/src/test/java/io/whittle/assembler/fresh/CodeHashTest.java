package io.whittle.assembler.fresh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** When code is the same code. */
class CodeHashTest {
    @TempDir
    private Path dir;

    @Test
    void packedLaterOrWithAnotherManifestItIsTheSame() throws IOException {
        Path classes = folder("a", "code");
        Path early = jar("early.jar", 1_000_000_000_000L, "code", "one");
        Path late = jar("late.jar", 1_700_000_000_000L, "code", "two");

        assertThat(CodeHash.of(early))
                .isEqualTo(CodeHash.of(late))
                .isEqualTo(CodeHash.of(classes))
                .isNotEqualTo(ContentHash.of(early));
    }

    @Test
    void otherClassesOrServicesAreOtherCode() throws IOException {
        Path classes = folder("a", "code");
        assertThat(CodeHash.of(folder("b", "edited"))).isNotEqualTo(CodeHash.of(classes));

        String before = CodeHash.of(classes);
        Files.writeString(
                Files.createDirectories(classes.resolve("META-INF/services")).resolve("a.Spi"), "a.Impl");
        assertThat(CodeHash.of(classes)).isNotEqualTo(before);
    }

    private Path folder(String name, String code) throws IOException {
        Path folder = dir.resolve(name);
        Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("A.class"), code);
        Files.writeString(folder.resolve("module-info.class"), name);
        return folder;
    }

    private Path jar(String name, long time, String code, String manifest) throws IOException {
        Path jar = dir.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "META-INF/MANIFEST.MF", time, manifest);
            add(zip, "module-info.class", time, manifest);
            add(zip, "a/A.class", time, code);
        }
        return jar;
    }

    private static void add(ZipOutputStream zip, String name, long time, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
