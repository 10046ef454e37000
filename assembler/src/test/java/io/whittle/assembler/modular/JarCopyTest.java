package io.whittle.assembler.modular;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.KeptFolder;
import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import static io.whittle.assembler.testing.PlainJar.plain;
import static org.assertj.core.api.Assertions.assertThat;

/** What is in a copy, and that it is there whole. */
class JarCopyTest {
    @TempDir
    private Path dir;

    @Test
    void ofOnePathTheFirstStaysAndLinesOfServicesAreJoined() throws Exception {
        PathEntry one = plain("one")
                .file("a.txt", "one")
                .file("META-INF/services/a.B", "x.One")
                .in(dir);
        PathEntry two = plain("two")
                .file("a.txt", "two")
                .file("META-INF/services/a.B", "x.Two")
                .in(dir);
        Path copy = new JarCopy("made", List.of(source(one), source(two)), new TreeMap<>()).in(dir.resolve("out"));

        try (JarFile jar = new JarFile(copy.toFile())) {
            assertThat(text(jar, "a.txt")).isEqualTo("one");
            assertThat(text(jar, "META-INF/services/a.B").lines()).containsExactly("x.One", "x.Two");
        }
    }

    @Test
    void aSignatureGoesWithItsDigestsAndTheRestOfTheManifestStays() throws Exception {
        PathEntry signed = plain("signed")
                .file("a.txt", "text")
                .file(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\nName: a.txt\r\nSHA-256-Digest: x\r\n\r\n")
                .file("META-INF/ACME.SF", "none")
                .file("META-INF/ACME.RSA", "none")
                .in(dir);
        Path copy = new JarCopy("made", List.of(source(signed, new WithoutSignature())), new TreeMap<>())
                .in(dir.resolve("out"));

        try (JarFile jar = new JarFile(copy.toFile())) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest.getMainAttributes().getValue("Multi-Release")).isEqualTo("true");
            assertThat(manifest.getEntries()).isEmpty();
            assertThat(jar.stream().map(entry -> entry.getName())).containsExactly("META-INF/MANIFEST.MF", "a.txt");
        }
    }

    @Test
    void anotherChangeIsAnotherCopy() throws Exception {
        PathEntry jar = plain("one").file("a.txt", "one").in(dir);
        EntryChange louder = new EntryChange() {
            @Override
            public String key() {
                return "louder";
            }

            @Override
            public Optional<byte[]> apply(String path, byte[] content) {
                return Optional.of(
                        (new String(content, StandardCharsets.UTF_8) + "!").getBytes(StandardCharsets.UTF_8));
            }
        };
        JarCopy plain = new JarCopy("made", List.of(source(jar)), new TreeMap<>());
        JarCopy changed = new JarCopy("made", List.of(source(jar, louder)), new TreeMap<>());

        assertThat(changed.key()).isNotEqualTo(plain.key());
        try (JarFile copy = new JarFile(changed.in(dir.resolve("out")).toFile())) {
            assertThat(text(copy, "a.txt")).isEqualTo("one!");
        }
    }

    @Test
    void severalBuildsMayWriteItAtOnce() throws Exception {
        PathEntry jar = plain("one").file("a.txt", "one".repeat(100_000)).in(dir);
        JarCopy copy = new JarCopy("made", List.of(source(jar)), new TreeMap<>());
        ExecutorService builds = Executors.newFixedThreadPool(4);
        List<Future<Path>> written = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            written.add(builds.submit(() -> copy.in(dir.resolve("out"))));
        }
        for (Future<Path> each : written) {
            try (JarFile whole = new JarFile(each.get().toFile())) {
                assertThat(text(whole, "a.txt")).hasSize(300_000);
            }
        }
        builds.shutdown();
        try (Stream<Path> files = Files.list(dir.resolve("out").resolve(copy.key()))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void copiesAndRecordsThatAreUsedAreKeptAndOthersGo() throws Exception {
        PathEntry one = plain("one").file("a.txt", "one").in(dir);
        PathEntry two = plain("two").file("a.txt", "two").in(dir);
        Path out = dir.resolve("out");
        JarCopy used = new JarCopy("used", List.of(source(one)), new TreeMap<>());
        JarCopy unused = new JarCopy("unused", List.of(source(two)), new TreeMap<>());
        used.in(out);
        unused.in(out);
        new FactsCache(out).of(one.path(), 17);
        new FactsCache(out).of(two.path(), 17);
        try (Stream<Path> entries = Files.list(out)) {
            for (Path each : entries.toList()) {
                Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
            }
        }

        Path copy = used.in(out);
        new FactsCache(out).of(one.path(), 17);
        new KeptFolder(out).trim(Long.MAX_VALUE);

        assertThat(copy).exists();
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).hasSize(2).anyMatch(entry -> entry.toString().endsWith(".facts"));
        }
        assertThat(unused.in(out)).exists();
    }

    @Test
    void whatAJarTellsIsReadOnceAndAgainWhereItsRecordIsDamaged() throws Exception {
        PathEntry jar = plain("one")
                .source(
                        "a/One.java",
                        "package a; public class One implements Runnable { public void run() {"
                                + " java.util.logging.Logger.getLogger(\"\"); } class Inner {} }")
                .file("META-INF/services/java.lang.Runnable", "a.One\na.Gone\na.One$Inner\n")
                .file("b/text.txt", "")
                .in(dir);
        FactsCache cache = new FactsCache(dir.resolve("facts"));
        JarFacts read = cache.of(jar.path(), 17);

        assertThat(read.folders()).containsExactly("b");
        assertThat(read.services()).containsOnly(Map.entry("java.lang.Runnable", List.of("a.One")));
        assertThat(read.refused().get("java.lang.Runnable")).containsOnlyKeys("a.Gone", "a.One$Inner");
        assertThat(cache.of(jar.path(), 17)).isEqualTo(read);
        Path record;
        try (Stream<Path> files = Files.list(dir.resolve("facts"))) {
            record = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(record);
        for (int length : Set.of(0, 10, bytes.length - 1)) {
            Files.write(record, Arrays.copyOf(bytes, length));
            assertThat(cache.of(jar.path(), 17)).isEqualTo(read);
        }
    }

    private static JarCopy.Source source(PathEntry entry, EntryChange... changes) throws Exception {
        return new JarCopy.Source(entry.path(), ContentHash.of(entry.path()), List.of(changes));
    }

    private static String text(JarFile jar, String path) throws Exception {
        return new String(jar.getInputStream(jar.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
