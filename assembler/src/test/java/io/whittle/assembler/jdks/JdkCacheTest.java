package io.whittle.assembler.jdks;

import io.whittle.assembler.fresh.ProcessLock;
import io.whittle.assembler.pack.ArchiveFormat;
import io.whittle.assembler.pack.PackedFolder;
import io.whittle.assembler.pack.Packer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
        JdkCache.Unpacked kept = cache.unpacked(archive);

        assertThat(JdkFolder.in(kept.folder())).isEqualTo(kept.folder().resolve("jdk"));
        assertThat(kept.folder().resolve("jdk/release")).content().contains("17.0.1");
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("unpacking jdk-17.0.1.tar.gz (");

        assertThat(cache.unpacked(archive)).isEqualTo(kept);
        assertThat(said).hasSize(2);
    }

    @Test
    void anotherArchiveOfTheSameNameIsAnother() throws Exception {
        JdkCache.Unpacked first = cache.unpacked(archive);
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
        JdkCache.Unpacked kept = cache.unpacked(archive);
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
        Callable<JdkCache.Unpacked> task = () -> new JdkCache(dir.resolve("cache"), said::add).unpacked(archive);
        try {
            for (Future<JdkCache.Unpacked> kept :
                    pool.invokeAll(Stream.generate(() -> task).limit(4).toList())) {
                assertThat(kept.get().folder().resolve("jdk/release")).exists();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(said).filteredOn(line -> line.startsWith("unpacking ")).hasSize(1);
    }

    @Test
    void whatNobodyHasUsedForAMonthGoesWhenAnotherIsUnpacked() throws Exception {
        JdkCache.Unpacked old = cache.unpacked(archive);
        JdkCache.Unpacked used = cache.unpacked(pack("17.0.2"));
        used(old, 31);
        used(used, 29);
        said.clear();

        JdkCache.Unpacked anew = cache.unpacked(pack("17.0.3"));

        assertThat(old.folder()).doesNotExist();
        assertThat(old.manifest()).doesNotExist();
        assertThat(used.folder().resolve("jdk/release")).exists();
        assertThat(anew.folder().resolve("jdk/release")).exists();
        assertThat(said)
                .filteredOn(line -> line.startsWith("deleting "))
                .singleElement()
                .asString()
                .contains(old.folder() + " (", "unused since ");
        // It is as if it had never been there.
        assertThat(cache.unpacked(archive).folder().resolve("jdk/release")).exists();
    }

    @Test
    void whoeverUsesOneKeepsIt() throws Exception {
        JdkCache.Unpacked kept = cache.unpacked(archive);
        used(kept, 31);
        cache.unpacked(archive);

        cache.unpacked(pack("17.0.2"));

        assertThat(kept.folder().resolve("jdk/release")).exists();
    }

    @Test
    void oneThatAnotherBuildHoldsStays() throws Exception {
        JdkCache.Unpacked kept = cache.unpacked(archive);
        used(kept, 31);
        Path lock = lock(kept);
        ProcessLock held = ProcessLock.ifFree(lock.toString(), lock).orElseThrow();
        cache.unpacked(pack("17.0.2"));
        held.close();

        assertThat(kept.folder().resolve("jdk/release")).exists();
    }

    private static void used(JdkCache.Unpacked jdk, int daysAgo) throws Exception {
        Files.setLastModifiedTime(lock(jdk), FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    }

    private static Path lock(JdkCache.Unpacked jdk) {
        return jdk.folder().resolveSibling(jdk.folder().getFileName() + ".lock");
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
