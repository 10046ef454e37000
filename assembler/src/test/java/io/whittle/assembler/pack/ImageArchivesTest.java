package io.whittle.assembler.pack;

import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** All files of an image's archives appear, or none. */
@DisabledOnOs(OS.WINDOWS)
class ImageArchivesTest {
    private static final String NAME = "app-1.0-small-linux-amd64";

    @TempDir
    private Path dir;

    private PackOrder order;

    @BeforeEach
    void image() throws IOException {
        order = new PackOrder(
                SmallTree.make(dir.resolve("image"), "022", false),
                NAME,
                "small",
                Platform.parse("linux/amd64"),
                "2c".repeat(32),
                new TreeMap<>(),
                List.of(ArchiveFormat.TAR_GZ, ArchiveFormat.ZIP));
    }

    @Test
    void archivesHashesAndDocumentsStandBesideTheImage() throws Exception {
        List<String> heard = new ArrayList<>();
        PackedImage packed = ImageArchives.pack(order, new PackProgress() {
            @Override
            public void begin(ArchiveFormat format, long bytes) {
                heard.add(format + " " + bytes);
            }

            @Override
            public void packed(long bytes) {}
        });

        assertThat(names())
                .containsExactly(
                        NAME + ".tar.gz",
                        NAME + ".tar.gz.sha256",
                        NAME + ".zip",
                        NAME + ".zip.sha256",
                        "image",
                        "pack.json",
                        "pack.md");
        assertThat(ImageArchives.files(order))
                .hasSize(6)
                .allSatisfy(file -> assertThat(file).exists());
        assertThat(SmallTree.run("sh", "-c", "cd \"$1\" && sha256sum -c *.sha256", "sh", dir.toString()))
                .isEqualTo(NAME + ".tar.gz: OK\n" + NAME + ".zip: OK\n");
        assertThat(dir.resolve("pack.json")).hasContent(PackJson.write(packed));
        assertThat(dir.resolve("pack.md")).hasContent(PackMarkdown.write(packed));
        assertThat(heard).containsExactly("TAR_GZ " + packed.bytes(), "ZIP " + packed.bytes());
        assertThat(packed.archives().get(0).bytes()).isEqualTo(Files.size(dir.resolve(NAME + ".tar.gz")));
    }

    @Test
    void whatStoodThereStaysWhereOneFileCannotBeWritten() throws Exception {
        Files.writeString(dir.resolve(NAME + ".tar.gz"), "former");
        Files.createDirectories(dir.resolve("pack.md/in the way"));
        List<String> before = names();

        assertThatThrownBy(() -> ImageArchives.pack(order, silent())).isInstanceOf(IOException.class);

        assertThat(names()).isEqualTo(before);
        assertThat(dir.resolve(NAME + ".tar.gz")).hasContent("former");
    }

    @Test
    void whatAKilledBuildLeftGoes() throws Exception {
        Files.writeString(dir.resolve(NAME + ".tar.zst.new-4711"), "half");
        Files.writeString(dir.resolve("app-0.9-small-linux-amd64.tar.gz.new-4711"), "half");
        Files.writeString(dir.resolve("other.new-4711"), "not ours");

        ImageArchives.pack(order, silent());

        assertThat(names()).filteredOn(name -> name.contains(".new-")).containsExactly("other.new-4711");
    }

    @Test
    void linksInTheirPlacesAreReplacedAndNotFollowed() throws Exception {
        Path elsewhere = Files.writeString(dir.resolve("elsewhere"), "precious");
        for (Path file : ImageArchives.files(order)) {
            Files.createSymbolicLink(file, elsewhere);
        }

        ImageArchives.pack(order, silent());

        assertThat(elsewhere).hasContent("precious");
        assertThat(ImageArchives.files(order)).noneMatch(Files::isSymbolicLink);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static PackProgress silent() {
        return new PackProgress() {
            @Override
            public void begin(ArchiveFormat format, long bytes) {}

            @Override
            public void packed(long bytes) {}
        };
    }
}
