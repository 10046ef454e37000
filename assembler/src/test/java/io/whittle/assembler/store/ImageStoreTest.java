package io.whittle.assembler.store;

import io.whittle.assembler.fresh.FolderTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class ImageStoreTest {
    private static final String KEY = "0a".repeat(32);
    private static final String OTHER = "0b".repeat(32);
    private static final String THIRD = "0c".repeat(32);

    /** Of a disk that has no clones: the one that tests run on may have them. */
    private static final CloneProgram NONE = (from, to) -> false;

    @TempDir
    private Path dir;

    private final List<String> told = new ArrayList<>();
    private Path image;

    @BeforeEach
    void image() throws IOException {
        image = dir.resolve("image");
        Files.createDirectories(image.resolve("lib"));
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve("legal/empty"));
        Files.writeString(image.resolve("lib/modules"), "modules");
        Files.writeString(image.resolve("bin/my app"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(image.resolve("bin/my app"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(image.resolve("legal/LICENSE"), Path.of("../lib/modules"));
    }

    @Test
    void whatIsFetchedIsWhatWasKept() throws Exception {
        assertThat(store().fetch(KEY, dir.resolve("out"))).isFalse();
        store().keep(KEY, image);

        assertThat(store().fetch(KEY, dir.resolve("out"))).isTrue();

        assertThat(Manifest.of(dir.resolve("out"))).isEqualTo(Manifest.of(image));
        assertThat(Files.readSymbolicLink(dir.resolve("out/legal/LICENSE"))).hasToString("../lib/modules");
        assertThat(dir.resolve("out/legal/empty")).isEmptyDirectory();
        assertThat(store().fetch(OTHER, dir.resolve("other"))).isFalse();
        assertThat(dir.resolve("other")).doesNotExist();
        assertThat(told).isEmpty();
    }

    @Test
    void theModulesAreSharedAndAllElseIsCopied() throws Exception {
        store().keep(KEY, image);
        store().fetch(KEY, dir.resolve("out"));

        assertThat(inode(dir.resolve("out/lib/modules"))).isEqualTo(inode(image.resolve("lib/modules")));
        assertThat(inode(dir.resolve("out/bin/my app"))).isNotEqualTo(inode(image.resolve("bin/my app")));

        // Somebody edits a launcher in place: nobody else sees it.
        Files.writeString(dir.resolve("out/bin/my app"), "edited", StandardOpenOption.APPEND);
        Files.writeString(image.resolve("bin/my app"), "edited, too", StandardOpenOption.APPEND);
        assertThat(store().fetch(KEY, dir.resolve("again"))).isTrue();
        assertThat(dir.resolve("again/bin/my app")).hasContent("#!/bin/sh");
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsDamagedIsThrownAwayAndTold() throws Exception {
        for (String file : List.of("lib/modules", "bin/my app")) {
            store().keep(KEY, image);
            Files.writeString(entry(KEY).resolve("image").resolve(file), "x");

            damaged(file + " is not what was put there");
            // Through the link the image has that damage, too.
            FolderTree.delete(image);
            image();
        }
    }

    @Test
    void modulesThatWereWrittenToThroughAnImageAreNotHandedOn() throws Exception {
        store().keep(KEY, image);
        store().fetch(KEY, dir.resolve("out"));
        Files.writeString(dir.resolve("out/lib/modules"), "x", StandardOpenOption.APPEND);

        assertThat(store().fetch(KEY, dir.resolve("again"))).isFalse();

        assertThat(dir.resolve("again")).doesNotExist();
        assertThat(told).singleElement().asString().contains("lib/modules is not what was put there");
    }

    @Test
    void whatIsMissingIsDamage() throws Exception {
        store().keep(KEY, image);
        Files.delete(entry(KEY).resolve("image/lib/modules"));

        damaged("it lacks lib/modules");
    }

    @Test
    void aManifestThatIsCutOrChangedIsDamage() throws Exception {
        store().keep(KEY, image);
        Path manifest = entry(KEY).resolve("manifest");
        String whole = Files.readString(manifest);
        for (String broken :
                List.of("", whole.substring(0, whole.length() / 2), whole.replace("rwxr-xr-x", "rwxrwxrwx"))) {
            store().keep(KEY, image);
            Files.writeString(manifest, broken);
            damaged("its manifest is not whole");
        }
    }

    @Test
    void nothingIsLaidOutsideOfAnImage() throws Exception {
        for (Manifest.Item item : List.of(
                new Manifest.Item(Manifest.Kind.FILE, "../../escaped", "rw-r--r--", 1, "ab"),
                new Manifest.Item(Manifest.Kind.FILE, "/tmp/escaped", "rw-r--r--", 1, "ab"),
                new Manifest.Item(Manifest.Kind.LINK, "lib/up", "-", 0, "../../escaped"),
                new Manifest.Item(Manifest.Kind.LINK, "up", "-", 0, "/etc"))) {
            store().keep(KEY, image);
            Files.write(
                    entry(KEY).resolve("manifest"),
                    new Manifest(List.of(item)).text().getBytes(StandardCharsets.UTF_8));
            damaged("its manifest leads to " + item.path());
        }
    }

    @Test
    void thoseUsedLongestAgoGoFirst() throws Exception {
        long room = 2 * Manifest.of(image).bytes();
        ImageStore small = new ImageStore(dir.resolve("store"), room, told::add);
        small.keep(KEY, image);
        small.keep(OTHER, image);
        used(KEY, 3);
        used(OTHER, 2);
        assertThat(small.fetch(KEY, dir.resolve("out"))).isTrue();

        small.keep(THIRD, image);

        assertThat(entries()).containsExactly(KEY, THIRD);
        assertThat(told).isEmpty();
    }

    @Test
    void anImageThatIsLargerThanTheStoreIsNotKept() throws Exception {
        new ImageStore(dir.resolve("store"), 3, told::add).keep(KEY, image);

        assertThat(entries()).isEmpty();
        assertThat(told).singleElement().asString().contains("whose limit is 3 bytes");
    }

    @Test
    void whatAKilledBuildLeftHalfWrittenIsPassedOverAndClearedAway() throws Exception {
        Path old = Files.createDirectories(dir.resolve("store/unfinished-1/image"));
        Path fresh = Files.createDirectories(dir.resolve("store/unfinished-2/image"));
        Files.setLastModifiedTime(old.getParent(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        store().keep(KEY, image);

        assertThat(old.getParent()).doesNotExist();
        // Somebody may be writing it.
        assertThat(fresh).exists();
        assertThat(store().fetch(KEY, dir.resolve("out"))).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void anEntryWithoutAManifestIsReplaced() throws Exception {
        store().keep(KEY, image);
        Files.delete(entry(KEY).resolve("manifest"));
        assertThat(store().fetch(KEY, dir.resolve("out"))).isFalse();

        store().keep(KEY, image);

        assertThat(store().fetch(KEY, dir.resolve("out"))).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void anEntryWithoutAManifestTakesNoRoomForEver() throws Exception {
        store().keep(KEY, image);
        Files.delete(entry(KEY).resolve("manifest"));

        store().keep(OTHER, image);

        assertThat(entries()).containsExactly(OTHER);
        assertThat(told).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeAStoreIsToldAndStopsNobody() throws Exception {
        Files.writeString(dir.resolve("store"), "a file");

        assertThat(store().fetch(KEY, dir.resolve("out"))).isFalse();
        store().keep(KEY, image);

        assertThat(told).singleElement().asString().startsWith("The image is not kept in the store ");
    }

    @Test
    void processesShareOne() throws Exception {
        List<Process> runs = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            runs.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StoreRun.class.getName(),
                            dir.toString(),
                            name)
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process run : runs) {
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor()).as(said).isZero();
        }
        assertThat(entries()).isNotEmpty();
        try (Stream<Path> left = Files.list(dir.resolve("store"))) {
            assertThat(left).containsExactly(dir.resolve("store/images"));
        }
    }

    private void damaged(String how) throws IOException {
        told.clear();
        assertThat(store().fetch(KEY, dir.resolve("out"))).isFalse();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("The image " + KEY + " in the store " + dir.resolve("store") + " is damaged (" + how)
                .endsWith("): it is thrown away, and linked anew.");
        assertThat(dir.resolve("out")).doesNotExist();
        assertThat(entries()).isEmpty();
        told.clear();
    }

    private ImageStore store() {
        return new ImageStore(dir.resolve("store"), 1 << 20, told::add, NONE);
    }

    private Path entry(String key) {
        return dir.resolve("store/images").resolve(key);
    }

    private void used(String key, int hoursAgo) throws IOException {
        Files.setLastModifiedTime(
                entry(key).resolve("manifest"), FileTime.from(Instant.now().minus(Duration.ofHours(hoursAgo))));
    }

    private TreeSet<String> entries() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (Files.isDirectory(dir.resolve("store/images"))) {
            try (Stream<Path> found = Files.list(dir.resolve("store/images"))) {
                found.forEach(entry -> names.add(entry.getFileName().toString()));
            }
        }
        return names;
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }
}
