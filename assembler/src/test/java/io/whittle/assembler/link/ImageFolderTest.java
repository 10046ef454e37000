package io.whittle.assembler.link;

import io.whittle.assembler.fresh.FolderTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An image appears whole or not at all, whenever the process that makes it dies. */
class ImageFolderTest {
    @TempDir
    private Path dir;

    private ImageFolder place;

    @BeforeEach
    void place() {
        place = new ImageFolder(dir.resolve("minimal/linux-amd64"));
    }

    @Test
    void theFirstImage() throws IOException {
        place.replaceBy(image(place.next(), "new"));

        assertThat(left()).containsExactly("image");
        assertThat(standing()).isEqualTo("new");
    }

    @Test
    void theNextImageTakesTheFormersPlace() throws IOException {
        image(place.image(), "old");
        place.replaceBy(image(place.next(), "new"));

        assertThat(left()).containsExactly("image");
        assertThat(standing()).isEqualTo("new");
    }

    /** Does by hand what a replacement does, up to a step; then the process is dead. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void aProcessThatDiesAtAnyStepLeavesTheOldOrTheNewImage(int steps) throws IOException {
        image(place.image(), "old");
        Path next = image(place.next(), "new");
        Path parent = place.image().getParent();
        Path old = parent.resolve("image.old");
        Path marker = parent.resolve("image.unfinished");
        List<Step> all = List.of(
                () -> Files.writeString(marker, "an image is being replaced\n"),
                () -> Files.move(place.image(), old),
                () -> Files.move(next, place.image()),
                () -> Files.delete(old.resolve("bin/java")),
                () -> FolderTree.delete(old),
                () -> Files.delete(marker));
        for (Step step : all.subList(0, steps)) {
            step.run();
        }

        new ImageFolder(parent).recover();

        assertThat(left()).containsExactly("image");
        assertThat(standing()).isEqualTo(steps < 3 ? "old" : "new");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aProcessThatDiesWithTheFirstImageLeavesNoneOrAll(int steps) throws IOException {
        Path next = image(place.next(), "new");
        Path marker = place.image().resolveSibling("image.unfinished");
        List<Step> all = List.of(
                () -> Files.writeString(marker, "an image is being replaced\n"),
                () -> Files.move(next, place.image()),
                () -> Files.delete(marker));
        for (Step step : all.subList(0, steps)) {
            step.run();
        }

        place.recover();

        assertThat(left()).isEqualTo(steps < 2 ? List.of() : List.of("image"));
    }

    @Test
    void theOldImageIsNeverThrownAwayWhileThereIsNoOther() throws IOException {
        image(place.image().resolveSibling("image.old"), "old");

        place.recover();

        assertThat(standing()).isEqualTo("old");
    }

    @Test
    void unfinishedImagesAreClearedAwayWhoeverMadeThem() throws IOException {
        image(place.image(), "old");
        image(place.next(), "half");
        image(place.image().resolveSibling("image.new-1"), "half of another process");

        place.recover();

        assertThat(left()).containsExactly("image");
    }

    @Test
    void recoveringTwiceOrWhereNothingIsDoesNothing() throws IOException {
        place.recover();
        assertThat(place.image()).doesNotExist();
        image(place.image(), "old");
        place.recover();
        place.recover();

        assertThat(left()).containsExactly("image");
        assertThat(standing()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20_000})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoStillWritesIntoAnUnfinishedImageIsEnded(int lengthOfArguments) throws Exception {
        image(place.image(), "old");
        Path unfinished = place.image().resolveSibling("image.new-1");
        Process orphan = writer(unfinished, "x".repeat(lengthOfArguments));
        Process another = writer(dir.resolve("image.new-1"), "x");
        try {
            while (!Files.exists(unfinished.resolve("1"))) {
                assertThat(orphan.isAlive()).isTrue();
                Thread.sleep(5);
            }
            place.recover();

            assertThat(orphan.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(left()).containsExactly("image");
            assertThat(another.isAlive()).isTrue();
        } finally {
            orphan.destroyForcibly().waitFor();
            another.destroyForcibly().waitFor();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoHasNotYetBegunToWriteIsEndedToo() throws Exception {
        image(place.image(), "old");
        Path unfinished = place.image().resolveSibling("image.new-1");
        Files.writeString(place.image().resolveSibling("image.new-1.plan.json"), "{}");
        Process orphan = new ProcessBuilder(
                        "sh",
                        "-c",
                        "echo up; read forever; mkdir -p \"$2\"",
                        "sh",
                        "--output",
                        unfinished.toString(),
                        "x")
                .start();
        try {
            // Before that it may have no arguments yet.
            assertThat(orphan.inputReader().readLine()).isEqualTo("up");
            place.recover();

            assertThat(orphan.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(left()).containsExactly("image");
        } finally {
            orphan.destroyForcibly().waitFor();
        }
    }

    /** Writes without end, as a jlink whose build was killed does for a while. */
    private static Process writer(Path output, String more) throws IOException {
        // Nothing is forked in the loop: a child would outlive what is ended here.
        String endless = "mkdir -p \"$2\"; while :; do i=$((i + 1)); : > \"$2/$i\"; done";
        return new ProcessBuilder("sh", "-c", endless, "sh", "--output", output.toString(), more).start();
    }

    @Test
    void whatStandsBesideIsLeftAlone() throws IOException {
        image(place.image(), "old");
        Files.writeString(place.image().resolveSibling("plan.json"), "{}");
        place.recover();
        place.replaceBy(image(place.next(), "new"));

        assertThat(left()).containsExactly("image", "plan.json");
    }

    @Test
    void deletingDoesNotFollowLinks() throws IOException {
        Path outside = Files.writeString(dir.resolve("outside"), "keep");
        Path folder = Files.createDirectory(dir.resolve("folder"));
        Path kept = Files.createDirectory(dir.resolve("kept"));
        Files.writeString(kept.resolve("file"), "keep");
        Files.createSymbolicLink(folder.resolve("file"), outside);
        Files.createSymbolicLink(folder.resolve("folder"), kept);

        FolderTree.delete(folder);
        FolderTree.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(outside).hasContent("keep");
        assertThat(kept.resolve("file")).hasContent("keep");
    }

    @Test
    void aLinkInThePlaceOfAnImageIsReplacedAndNotFollowed() throws IOException {
        Path kept = Files.createDirectory(dir.resolve("kept"));
        Files.writeString(kept.resolve("file"), "keep");
        for (Path target : List.of(kept, dir.resolve("nowhere"))) {
            Path next = image(place.next(), "new");
            FolderTree.delete(place.image());
            Files.createSymbolicLink(place.image(), target);

            place.replaceBy(next);

            assertThat(Files.isSymbolicLink(place.image())).isFalse();
            assertThat(place.image()).isDirectory();
            assertThat(kept.resolve("file")).hasContent("keep");
        }
    }

    @Test
    void aMarkerThatIsALinkWritesNothingWhereItLeads() throws IOException {
        Path kept = Files.writeString(dir.resolve("kept"), "keep");
        Path link = place.image().resolveSibling("image.unfinished");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, kept);

        assertThatThrownBy(place::next).isInstanceOf(IOException.class);
        assertThat(kept).hasContent("keep");
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Path image(Path folder, String content) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("bin/java"), content);
        Files.writeString(folder.resolve("release"), content);
        return folder;
    }

    private String standing() throws IOException {
        assertThat(place.image().resolve("bin/java")).exists();
        return Files.readString(place.image().resolve("release"));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(place.image().getParent())) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
