package io.whittle.assembler.link;

import io.whittle.assembler.jimage.JimageIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Images that are linked twice; one of them really, the others by scripts that pass for jlink. */
@DisabledOnOs(OS.WINDOWS)
class SecondLinkTest {
    /** Puts the image of the tiny application where jlink was told to. */
    private static final String COPY = "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\ncp -R '"
            + LinkedApp.image() + "' \"$2\"\nrm \"$2/bin/app\"\n";

    @TempDir
    private Path dir;

    private final List<String> commands = new ArrayList<>();

    @Test
    void twoRealLinksGiveTheSame() throws Exception {
        assertThat(make(TestJdk.running(), true)).isEqualTo(ImageLink.Outcome.MADE);

        assertThat(commands).hasSize(2);
        assertThat(names(dir.resolve("out"))).containsExactly("image", "image.record", "plan.json", "resolution.json");
    }

    @Test
    void whatCameOutOtherwiseIsNamedAndTheFormerImageStands() throws Exception {
        Files.writeString(Files.createDirectories(dir.resolve("out/image")).resolve("release"), "former");

        LinkException differs = catchThrowableOfType(
                LinkException.class,
                () -> make(
                        TestJdk.runningWith(
                                dir.resolve("jdk"),
                                COPY + "echo \"PASS=$2\" >> \"$2/release\"\necho x > \"$2/$(basename \"$2\")\"\n"),
                        true));

        assertThat(differs.faults())
                .singleElement()
                .asString()
                .startsWith("Linked twice, the image came out in two ways; 3 differences:\n    image.new-")
                .contains(
                        "image.new-" + ProcessHandle.current().pid() + ": only the first link has it",
                        "image.new-" + ProcessHandle.current().pid() + ".again: only the second link has it",
                        "\n    release: other content from byte ")
                .doesNotContain("JDK-8392531");
        assertThat(names(dir.resolve("out"))).containsExactly("image");
        assertThat(dir.resolve("out/image/release")).hasContent("former");
    }

    @Test
    void otherBytesOfJlinksOwnAreSaidToBeItsFault() throws Exception {
        String other = COPY + "case $2 in *.again) printf '\\377' | dd of=\"$2/lib/modules\" bs=1 conv=notrunc seek="
                + startOf("/acme.app/acme/app/Main.class") + " 2>/dev/null;; esac\n";

        LinkException differs = catchThrowableOfType(
                LinkException.class, () -> make(TestJdk.runningWith(dir.resolve("jdk"), other), true));

        assertThat(differs.faults())
                .singleElement()
                .asString()
                .contains(
                        "1 difference:\n    lib/modules: /acme.app/acme/app/Main.class: other content\n",
                        "JDK-8392531",
                        "-Dwhittle.jdk");
    }

    @Test
    void anUnchangedImageIsLinkedOnceMoreAndNotAThirdTime() throws Exception {
        make(TestJdk.runningWith(dir.resolve("jdk"), COPY), false);
        assertThat(commands).hasSize(1);

        assertThat(make(TestJdk.runningWith(dir.resolve("jdk"), COPY), true)).isEqualTo(ImageLink.Outcome.UNCHANGED);
        assertThat(commands).hasSize(2);

        assertThat(make(TestJdk.runningWith(dir.resolve("jdk"), COPY), true)).isEqualTo(ImageLink.Outcome.UNCHANGED);
        assertThat(make(TestJdk.runningWith(dir.resolve("jdk"), COPY), false)).isEqualTo(ImageLink.Outcome.UNCHANGED);
        assertThat(commands).hasSize(2);
    }

    @Test
    void anUnchangedImageThatComesOutOtherwiseStandsAndIsAskedAgain() throws Exception {
        make(TestJdk.runningWith(dir.resolve("jdk"), COPY), false);
        TargetJdk other = TestJdk.runningWith(
                dir.resolve("jdk"),
                COPY + "rm \"$2/release\"\ncp '" + LinkedApp.image() + "/release' \"$2/release\"\n"
                        + "echo more >> \"$2/release\"\n");

        for (int i = 0; i < 2; i++) {
            assertThat(catchThrowableOfType(LinkException.class, () -> make(other, true)))
                    .hasMessageContaining("release: other content");
        }
        assertThat(names(dir.resolve("out"))).containsExactly("image", "image.record", "plan.json", "resolution.json");
    }

    @Test
    void whatAKilledBuildLeftOfASecondLinkIsClearedAway() throws IOException {
        Files.writeString(
                Files.createDirectories(dir.resolve("out/image.new-7.again")).resolve("release"), "half");
        Files.createDirectories(dir.resolve("out/image.new-7"));

        new ImageLink(dir.resolve("out"), LinkMeans.PLAIN).recover();

        assertThat(names(dir.resolve("out"))).isEmpty();
    }

    private static long startOf(String resource) throws IOException {
        Path modules = LinkedApp.image().resolve("lib/modules");
        AtomicLong start = new AtomicLong();
        try (FileChannel channel = FileChannel.open(modules)) {
            JimageIndex.of(modules, channel).each(location -> {
                if (location.name().equals(resource)) {
                    start.set(location.start());
                }
            });
        }
        return start.get();
    }

    private ImageLink.Outcome make(TargetJdk jdk, boolean reproducible) throws Exception {
        return new ImageLink(
                        dir.resolve("out"),
                        new LinkMeans(ImageArchive.NONE, reproducible, Optional.empty(), Optional.empty()))
                .make(LinkedApp.plan(), new byte[0], jdk, false, "test", image -> true, commands::add);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
