package outpost.image;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The image that was just linked, started and asked. What is asked holds in every profile. */
class ImageIT {
    private static final String PROFILE = System.getProperty("image.profile");

    private static Path image;

    // Sockets have short names, so the folder must have one, too.
    @TempDir
    private Path folder;

    @BeforeAll
    static void findTheImage() throws IOException {
        try (Stream<Path> platforms = Files.list(Path.of(System.getProperty("image.folder"), PROFILE))) {
            image = platforms.toList().get(0).resolve("image");
        }
    }

    @Test
    void versionTellsVersionAndFeatures() throws Exception {
        RunningImage.Answer answer =
                RunningImage.run(List.of(image.resolve("bin/outpost").toString(), "version"));

        assertThat(answer.exit()).isZero();
        assertThat(answer.text()).contains("outpost 0.", "cli", "health", "ipnbus", "localapi", "unixsocketidentity");
    }

    @Test
    void theFallbackIsInWhenLogtailIsOut() throws Exception {
        RunningImage.Answer answer =
                RunningImage.run(List.of(image.resolve("bin/outpost").toString(), "version"));

        boolean logtail = !PROFILE.equals("minimal");
        assertThat(answer.text().contains("logtail")).isEqualTo(logtail);
        assertThat(answer.text().contains("logfilter")).isEqualTo(!logtail);
    }

    @Test
    void onlyMinimalGoesWithoutJavaDesktop() throws Exception {
        RunningImage.Answer answer =
                RunningImage.run(List.of(image.resolve("bin/java").toString(), "--list-modules"));

        assertThat(answer.text().contains("java.desktop@")).isEqualTo(!PROFILE.equals("minimal"));
    }

    @Test
    void upBlocksUntilTheNodeRunsAndDownStopsIt() throws Exception {
        try (RunningImage running = RunningImage.start(image, folder)) {
            assertThat(running.outpost("status").text()).contains("stopped");

            RunningImage.Answer up = running.outpost("up");
            assertThat(up.exit()).as(up.text()).isZero();
            assertThat(running.outpost("status").text()).contains("running", "100.64.0.1");

            assertThat(running.outpost("down").exit()).isZero();
            // It says that the node goes down: what the node is at comes to its end first.
            assertThat(told(running, "stopped")).contains("stopped");
        }
    }

    @Test
    void statusEndsWithWhatIsWrong() throws Exception {
        try (RunningImage running = RunningImage.start(image, folder)) {
            Files.writeString(folder.resolve("netmap.json"), "this is no netmap");

            assertThat(told(running, "netmap:")).contains("What is wrong:").contains("netmap:");
        }
    }

    /** What status says as soon as that is in it, or in the end. */
    private static String told(RunningImage running, String word) throws Exception {
        String text = "";
        for (int i = 0; i < 300 && !text.contains(word); i++) {
            Thread.sleep(100);
            text = running.outpost("status").text();
        }
        return text;
    }

    @Test
    void termStopsTheDaemonAndTakesItsSocketAway() throws Exception {
        try (RunningImage running = RunningImage.start(image, folder)) {
            assertThat(running.socket()).exists();

            assertThat(running.terminate()).as("exit code").isZero();
            assertThat(running.socket()).doesNotExist();
        }
    }

    @Test
    void withoutIdentityEveryWriteIsRefusedAndReadsAreNot() throws Exception {
        String modules = "outpost.daemon,outpost.localapi,outpost.ipnbus,outpost.health";
        try (RunningImage running = RunningImage.startLimitedTo(modules, image, folder)) {
            assertThat(running.outpost("status").exit()).isZero();

            RunningImage.Answer up = running.outpost("up");
            assertThat(up.exit()).isEqualTo(5);
            assertThat(up.text()).contains("unixsocketidentity");
        }
    }
}
