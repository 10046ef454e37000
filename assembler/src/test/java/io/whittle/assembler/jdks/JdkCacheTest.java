package io.whittle.assembler.jdks;

import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.pack.PackedFolder;
import io.whittle.assembler.pack.Packer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Archives of JDKs are unpacked once, and proved before each use. */
class JdkCacheTest {
    @TempDir
    private Path dir;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private Path archive;
    private JdkCache cache;

    @BeforeEach
    void archive() throws Exception {
        archive = pack("17.0.1");
        cache = new JdkCache(dir.resolve("cache"), said::add);
    }

    @Test
    void anArchiveIsUnpackedOnce() throws Exception {
        JdkCache.Kept kept = cache.unpacked(archive);

        assertThat(JdkFolder.in(kept.folder())).isEqualTo(kept.folder().resolve("jdk"));
        assertThat(kept.folder().resolve("jdk/release")).content().contains("17.0.1");
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("unpacking jdk-17.0.1.tar.gz (");

        assertThat(cache.unpacked(archive)).isEqualTo(kept);
        assertThat(said).hasSize(2);
    }

    @Test
    void anotherArchiveOfTheSameNameIsAnother() throws Exception {
        JdkCache.Kept first = cache.unpacked(archive);
        Files.copy(pack("17.0.2"), archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(cache.unpacked(archive).folder()).isNotEqualTo(first.folder());
    }

    @Test
    void whatWasChangedIsUnpackedAnew() throws Exception {
        Path jdk = cache.unpacked(archive).folder().resolve("jdk");
        byte[] modules = Files.readAllBytes(jdk.resolve("lib/modules"));

        modules[0]++;
        Files.write(jdk.resolve("lib/modules"), modules);
        assertMended("jdk/lib/modules was changed");
        modules[0]--;
        assertThat(jdk.resolve("lib/modules")).hasBinaryContent(modules);

        Files.delete(jdk.resolve("release"));
        assertMended("jdk/release is missing");

        Files.writeString(jdk.resolve("jmods/evil.jmod"), "x");
        assertMended("jdk/jmods/evil.jmod came in");
        assertThat(jdk.resolve("jmods/evil.jmod")).doesNotExist();

        Files.delete(jdk.resolve("lib/modules"));
        Files.createSymbolicLink(jdk.resolve("lib/modules"), jdk.resolve("release"));
        assertMended("jdk/lib/modules has another size");
    }

    @Test
    void aDamagedManifestProvesNothing() throws Exception {
        Path manifest = cache.unpacked(archive).manifest();
        Files.writeString(manifest, Files.readString(manifest).replace("release", "rElease"));

        assertMended("its manifest is damaged");
    }

    @Test
    void whatAKilledBuildLeftIsNotUsed() throws Exception {
        JdkCache.Kept kept = cache.unpacked(archive);
        Files.delete(kept.manifest());
        Files.delete(kept.folder().resolve("jdk/jmods/java.base.jmod"));
        Path half =
                Files.createDirectory(kept.folder().resolveSibling(kept.folder().getFileName() + ".new-1"));

        cache.unpacked(archive);

        assertThat(kept.folder().resolve("jdk/jmods/java.base.jmod")).exists();
        assertThat(half).doesNotExist();
    }

    @Test
    void twoBuildsAtOnceUnpackItOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Callable<JdkCache.Kept> task = () -> new JdkCache(dir.resolve("cache"), said::add).unpacked(archive);
        try {
            for (Future<JdkCache.Kept> kept :
                    pool.invokeAll(Stream.generate(() -> task).limit(4).toList())) {
                assertThat(kept.get().folder().resolve("jdk/release")).exists();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(said).filteredOn(line -> line.startsWith("unpacking ")).hasSize(1);
    }

    private void assertMended(String fault) throws Exception {
        said.clear();
        cache.unpacked(archive);
        assertThat(said).hasSize(3);
        assertThat(said.get(0))
                .contains("is not what was unpacked there (" + fault)
                .endsWith("it is unpacked anew");
        said.clear();
        cache.unpacked(archive);
        assertThat(said).isEmpty();
    }

    private Path pack(String version) throws Exception {
        Path home = PaperJdk.at(dir.resolve("source-" + version), version, "linux/arm64");
        Path packed = dir.resolve("jdk-" + version + ".tar.gz");
        try (OutputStream out = Files.newOutputStream(packed)) {
            Packer.write(PackedFolder.of(home), "jdk", ArchiveFormat.TAR_GZ, out, bytes -> {});
        }
        return packed;
    }
}
