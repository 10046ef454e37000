package io.whittle.assembler.plan;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whose jlink is run; none is. */
class JlinkProgramTest {
    private static final byte[] HERE = TestElf.program(Platform.parse("linux/amd64"));
    private static final byte[] FOREIGN = TestElf.program(Platform.parse("linux/arm64"));

    @TempDir
    private Path dir;

    private Path running;

    @BeforeEach
    void running() throws IOException {
        running = TestJdk.onPaper(dir.resolve("running"), 17, true).home();
        TestJdk.program(running, "java", HERE);
        TestJdk.program(running, "jlink", HERE);
    }

    @Test
    void aJdkForThisMachineIsLinkedByItsOwn() throws Exception {
        assertThat(JlinkProgram.of(jdk(17, true, HERE), running)).isEqualTo(dir.resolve("jdk-17/bin/jlink"));
        assertThat(JlinkProgram.of(jdk(25, true, HERE), running))
                .as("of whatever version")
                .isEqualTo(dir.resolve("jdk-25/bin/jlink"));
        assertThat(JlinkProgram.of(jdk(25, false, HERE), running))
                .as("with jmods or without")
                .isEqualTo(dir.resolve("jdk-25/bin/jlink"));
    }

    @Test
    void aScriptInThePlaceOfJlinkIsRun() throws Exception {
        byte[] script = "#!/bin/sh\nexec /opt/jlink \"$@\"\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(JlinkProgram.of(jdk(25, true, script), running)).isEqualTo(dir.resolve("jdk-25/bin/jlink"));
    }

    @Test
    void aForeignJdkIsLinkedByTheOneThatRunsMaven() throws Exception {
        assertThat(JlinkProgram.of(jdk(17, true, FOREIGN), running)).isEqualTo(running.resolve("bin/jlink"));
        for (String platform : new String[] {"linux/amd64/musl", "freebsd/amd64"}) {
            byte[] program = TestElf.program(Platform.parse(platform));
            assertThat(JlinkProgram.of(jdk(17, true, program), running))
                    .as("%s has the same processor", platform)
                    .isEqualTo(running.resolve("bin/jlink"));
        }
    }

    @Test
    void aForeignJdkOfAnotherVersionIsLinkedByAnotherJdkOfThisMachine() throws Exception {
        TargetJdk other = jdkOf(dir.resolve("others"), 25, true, HERE);
        TargetJdk foreignTo = jdkOf(dir.resolve("foreign"), 25, true, FOREIGN);
        TargetJdk jdk = jdk(25, true, FOREIGN)
                .withLinkers(List.of(dir.resolve("gone"), running, foreignTo.home(), other.home()));

        assertThat(JlinkProgram.of(jdk, running)).isEqualTo(other.home().resolve("bin/jlink"));
        refusal(
                "foreign-jdk-and-no-jlink-of-its-version.txt",
                jdk.withLinkers(List.of(dir.resolve("gone"), foreignTo.home())));
    }

    @Test
    void aForeignJdkForWindowsNeedsNoExecutableFile() throws Exception {
        TargetJdk jdk = jdk(17, true, HERE);
        Files.delete(jdk.home().resolve("bin/jlink"));
        byte[] pe = new byte[256];
        pe[0] = 'M';
        pe[1] = 'Z';
        pe[0x3c] = 64;
        System.arraycopy(new byte[] {'P', 'E', 0, 0, 0x64, (byte) 0x86}, 0, pe, 64, 6);
        Files.write(jdk.home().resolve("bin/jlink.exe"), pe);

        assertThat(JlinkProgram.of(jdk, running)).isEqualTo(running.resolve("bin/jlink"));
    }

    @Test
    void aForeignJdkOfAnotherFeatureVersion() {
        refusal("foreign-jdk-of-another-version.txt", jdk(25, true, FOREIGN));
    }

    @Test
    void aForeignJdkWithoutJmods() {
        refusal("foreign-jdk-without-jmods.txt", jdk(25, false, FOREIGN));
    }

    @Test
    void aForeignJdkWhereMavenRunsOnAJdkWithoutJlink() throws IOException {
        Files.delete(running.resolve("bin/jlink"));
        refusal("foreign-jdk-and-no-jlink-here.txt", jdk(17, true, FOREIGN));
    }

    @Test
    void aForeignJdkWhereMavenRunsOnAJdkThatDoesNotTellItsVersion() throws IOException {
        Files.delete(running.resolve("release"));
        refusal("foreign-jdk-and-no-version-here.txt", jdk(17, true, FOREIGN));
    }

    @Test
    void aJdkWithoutJlinkIsRefusedWhoeverRunsMaven() throws IOException {
        TargetJdk jdk = jdk(17, true, HERE);
        Files.delete(jdk.home().resolve("bin/jlink"));
        refusal("jdk-without-jlink.txt", jdk);
    }

    private TargetJdk jdk(int featureVersion, boolean jmods, byte[] jlink) {
        return jdkOf(dir, featureVersion, jmods, jlink);
    }

    private static TargetJdk jdkOf(Path folder, int featureVersion, boolean jmods, byte[] jlink) {
        TargetJdk jdk = TestJdk.onPaper(folder, featureVersion, jmods);
        try {
            TestJdk.program(jdk.home(), "jlink", jlink);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return jdk;
    }

    private void refusal(String golden, TargetJdk jdk) {
        LinkException refused = catchThrowableOfType(LinkException.class, () -> JlinkProgram.of(jdk, running));
        assertThat(refused).as("must be refused").isNotNull();
        Golden.hold("messages/" + golden, refused.getMessage().replace(dir.toString(), "<dir>") + "\n");
    }
}
