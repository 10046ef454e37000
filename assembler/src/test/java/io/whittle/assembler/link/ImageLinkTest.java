package io.whittle.assembler.link;

import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.jimage.Jimage;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanJson;
import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Real links; one image is shared by the tests of this package. */
@DisabledOnOs(OS.WINDOWS)
class ImageLinkTest {
    @TempDir
    private Path dir;

    @Test
    void anImageOfATinyApplicationRunsFromAPathWithSpaces() throws Exception {
        assertThat(run(LinkedApp.image().resolve("bin/app"), "you", "a b"))
                .isEqualTo("good day to you a b\n[acme.app, java.base]\n");
        assertThat(LinkedApp.folder().resolve("plan.json")).hasBinaryContent(PlanJson.bytes(LinkedApp.plan()));
        assertThat(LinkedApp.folder().resolve("resolution.json")).hasContent("{}");
        assertThat(names(LinkedApp.folder())).contains("image", "image.record").doesNotContain("image.unfinished");
    }

    @Test
    void theImageHoldsWhatWasPlannedAndNoHeadersOrManualPages() throws Exception {
        assertThat(Jimage.of(LinkedApp.image().resolve("lib/modules")).bytesByModule())
                .containsOnlyKeys("acme.app", "java.base");
        assertThat(names(LinkedApp.image())).doesNotContain("include", "man");
        ImageProof.prove(LinkedApp.plan(), LinkedApp.image());
    }

    @Test
    void whatAnImageTakesAddsUp() throws Exception {
        ImageSize size = ImageSize.of(LinkedApp.image());

        assertThat(size.contributors().stream()
                        .mapToLong(ImageSize.Contributor::bytes)
                        .sum())
                .isEqualTo(size.total());
        assertThat(size.contributors())
                .extracting(ImageSize.Contributor::name)
                .contains("module java.base", "module acme.app", "lib/modules (index)", "legal")
                .doesNotContain("lib/modules");
        assertThat(size.contributors()).isSortedAccordingTo((a, b) -> Long.compare(b.bytes(), a.bytes()));
    }

    @Test
    void anUnchangedImageIsNotLinkedAgain() throws Exception {
        Path folder = LinkedApp.folder();
        Object before = Files.getLastModifiedTime(folder.resolve("image/release"));

        assertThat(LinkedApp.link(folder, LinkedApp.plan())).isEqualTo(ImageLink.Outcome.UNCHANGED);
        assertThat(Files.getLastModifiedTime(folder.resolve("image/release"))).isEqualTo(before);
    }

    @Test
    void aFailingLinkLeavesTheFormerImage() throws Exception {
        standing();
        TargetJdk broken =
                TestJdk.runningWith(dir.resolve("jdk"), "#!/bin/sh\necho 'Error: something is wrong'\nexit 1\n");

        LinkException failed = catchThrowableOfType(LinkException.class, () -> make(broken));

        assertThat(failed.faults())
                .singleElement()
                .asString()
                .contains("jlink failed with exit code 1", "    Error: something is wrong");
        assertThat(names(dir.resolve("out"))).containsExactly("image");
        assertThat(dir.resolve("out/image/release")).hasContent("former");
    }

    @Test
    void aLinkOfSomethingElseLeavesTheFormerImageAlthoughJlinkIsContent() throws Exception {
        standing();
        // What jlink does with a wrong target path: another image, and exit code 0.
        TargetJdk other = TestJdk.runningWith(
                dir.resolve("jdk"),
                "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\ncp -R '" + LinkedApp.image()
                        + "' \"$2\"\nrm \"$2/bin/app\"\n");
        ImagePlan plan = LinkedApp.scene(dir).profile("full").plan();

        LinkException failed = catchThrowableOfType(
                LinkException.class,
                () -> new ImageLink(dir.resolve("out"), LinkMeans.PLAIN)
                        .make(plan, new byte[0], other, false, "test", image -> true, said -> {}));

        assertThat(failed.faults()).anyMatch(fault -> fault.contains("lacks modules of the plan: acme.words"));
        assertThat(names(dir.resolve("out"))).containsExactly("image");
        assertThat(dir.resolve("out/image/release")).hasContent("former");
    }

    @Test
    void aRefusedImageLeavesTheFormerOneAndNothingElse() throws Exception {
        standing();
        TargetJdk copying = TestJdk.runningWith(
                dir.resolve("jdk"),
                "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\ncp -R '" + LinkedApp.image()
                        + "' \"$2\"\nrm \"$2/bin/app\"\n");
        ImageLink link = new ImageLink(dir.resolve("out"), LinkMeans.PLAIN);
        AtomicReference<Path> judged = new AtomicReference<>();

        assertThat(link.make(
                        LinkedApp.plan(),
                        new byte[0],
                        copying,
                        false,
                        "test",
                        image -> {
                            judged.set(image);
                            return Files.exists(image.resolve("nothing"));
                        },
                        said -> {}))
                .isEqualTo(ImageLink.Outcome.REFUSED);

        assertThat(judged.get()).isNotEqualTo(link.image()).doesNotExist();
        assertThat(names(dir.resolve("out"))).containsExactly("image");
        assertThat(dir.resolve("out/image/release")).hasContent("former");
    }

    @Test
    void aStandingImageThatIsRefusedStaysAndIsNotLinkedAgain() throws Exception {
        TargetJdk none = TestJdk.runningWith(dir.resolve("jdk"), "#!/bin/sh\nexit 9\n");
        Object before = Files.getLastModifiedTime(LinkedApp.image().resolve("release"));

        assertThat(new ImageLink(LinkedApp.folder(), LinkMeans.PLAIN)
                        .make(
                                LinkedApp.plan(),
                                "{}\n".getBytes(StandardCharsets.UTF_8),
                                none,
                                false,
                                "test 1",
                                image -> false,
                                said -> {}))
                .isEqualTo(ImageLink.Outcome.REFUSED);
        assertThat(Files.getLastModifiedTime(LinkedApp.image().resolve("release")))
                .isEqualTo(before);
    }

    @Test
    void anInterruptLeavesTheFormerImageAndNoProcess() throws Exception {
        standing();
        Path pid = dir.resolve("pid");
        TargetJdk slow = TestJdk.runningWith(
                dir.resolve("jdk"),
                "#!/bin/sh\nwhile [ \"$1\" != --output ]; do shift; done\nmkdir \"$2\"\n"
                        + "echo half > \"$2/half\"\necho $$ > '" + pid + ".new'\nmv '" + pid + ".new' '" + pid
                        + "'\nsleep 60 &\nwait\n");
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread linking = new Thread(() -> {
            try {
                make(slow);
            } catch (Exception stopped) {
                ended.set(stopped);
            }
        });
        linking.start();
        while (!Files.exists(pid) && linking.isAlive()) {
            Thread.sleep(10);
        }
        ProcessHandle jlink =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        List<ProcessHandle> children = jlink.descendants().toList();

        linking.interrupt();
        linking.join(10_000);

        assertThat(linking.isAlive()).isFalse();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        assertThat(jlink.isAlive()).isFalse();
        for (ProcessHandle child : children) {
            child.onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertThat(names(dir.resolve("out"))).containsExactly("image");
        assertThat(dir.resolve("out/image/release")).hasContent("former");
    }

    @Test
    void aJdkWithoutJlinkIsRefusedInWords() throws Exception {
        TargetJdk jdk = TestJdk.runningWith(dir.resolve("jdk"), "");
        Files.delete(jdk.home().resolve("bin/jlink"));

        assertThatThrownBy(() -> make(jdk))
                .isInstanceOf(LinkException.class)
                .hasMessageStartingWith("The JDK at " + jdk.home() + " has no bin/jlink.")
                .hasMessageContaining("-Dwhittle.jdk=<folder>");
    }

    @Test
    void aJlinkThatTellsOfAFailureAndExitsWithZeroHasFailed() throws Exception {
        standing();
        // What it does when objcopy does not know the files of a foreign platform.
        String said = "Error: strip-native-debug-symbols: Stripping debug info for file '/java.base/bin/java' failed.";
        TargetJdk content = TestJdk.runningWith(dir.resolve("jdk"), "#!/bin/sh\necho \"" + said + "\"\nexit 0\n");

        assertThatThrownBy(() -> make(content))
                .isInstanceOf(LinkException.class)
                .hasMessageStartingWith("jlink failed:\n    " + said + "\n  strip: [native-debug] runs the objcopy");
        assertThat(dir.resolve("out/image/release")).hasContent("former");
    }

    @Test
    void aJlinkThatTheSystemRefusesIsToldInWords() throws Exception {
        TargetJdk jdk = TestJdk.runningWith(dir.resolve("jdk"), "no program\n");
        Path jlink = jdk.home().resolve("bin/jlink");
        Files.setPosixFilePermissions(jlink, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> make(jdk))
                .isInstanceOf(LinkException.class)
                .hasMessageStartingWith(jlink + " cannot be run here: ")
                .hasMessageEndingWith("-Dwhittle.jdk=<folder>.");
    }

    @Test
    void aJlinkThatNeverStopsTalkingDoesNotFillTheMemory() throws Exception {
        TargetJdk loud =
                TestJdk.runningWith(dir.resolve("jdk"), "#!/bin/sh\nhead -c 5000000 /dev/zero | tr '\\0' x\nexit 3\n");

        assertThatThrownBy(() -> make(loud))
                .isInstanceOf(LinkException.class)
                .satisfies(failed -> assertThat(failed.getMessage().length()).isBetween(1 << 20, (1 << 20) + 1000));
    }

    @Test
    void everyKnownFailureIsToldWithWhatMendsIt() {
        for (String said : List.of(
                "java.io.IOException: No space left on device",
                "Error: signed modular JAR /m2/lib.jar is currently not supported",
                "Error: /jdk/lib/security/java.security has been modified",
                "Error: strip-native-debug-symbols: Stripping debug info for file '/java.base/bin/java' failed.",
                "Error: unknown option: --strip-java-debug-attributes")) {
            assertThat(JlinkFailure.explain(1, said))
                    .contains("    " + said)
                    .doesNotContain("What jlink says above is its own");
        }
        assertThat(JlinkFailure.explain(2, "Error: anything else"))
                .contains("exit code 2", "    Error: anything else", "mvn -X");
    }

    private ImageLink.Outcome make(TargetJdk jdk) throws LinkException, IOException, InterruptedException {
        return new ImageLink(dir.resolve("out"), LinkMeans.PLAIN)
                .make(LinkedApp.plan(), new byte[0], jdk, false, "test", image -> true, command -> {});
    }

    private void standing() throws IOException {
        Files.writeString(Files.createDirectories(dir.resolve("out/image")).resolve("release"), "former");
    }

    private static String run(Path program, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }
}
