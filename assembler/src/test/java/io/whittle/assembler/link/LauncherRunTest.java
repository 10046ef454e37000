package io.whittle.assembler.link;

import io.whittle.assembler.plan.LaunchPath;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.SearchPath;
import io.whittle.graph.catalog.Os;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static io.whittle.assembler.link.LauncherScriptTest.launcher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Launchers, run for real in an image whose java is a script that prints what it is given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherRunTest {
    private static final List<String> JVM =
            List.of("-Dtitle=a node's own", "-Dglob=*", "-Dpath={lib}", "-Dmore=a b:{lib}/c d:{lib}");
    private static final List<String> ARGS = List.of("--state", "my node", "$HOME", "`id`", "\"");

    @TempDir
    private Path dir;

    private Path image;
    private Path script;

    @BeforeEach
    void image() throws IOException, LinkException {
        // As the system itself says it, where the folder for temporary files is a link.
        image = Files.createDirectories(dir.toRealPath().resolve("an image with spaces"));
        Path java = Files.createDirectory(image.resolve("bin")).resolve("java");
        Files.writeString(
                java, "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n[ -z \"$WAIT\" ] || { echo $$; exec sleep 60; }\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        script = new LauncherScript(
                        launcher("app", JVM, ARGS),
                        new LaunchPath(
                                List.of("acme.app", "acme.dns"), List.of("lib/classpath/a.jar", "lib/classpath/b.jar")))
                .writeTo(image, Os.LINUX);
    }

    @Test
    void everyWordArrivesAsItIs() throws Exception {
        assertThat(run(Map.of(), script.toString(), "x y", "*", "", "it's", "\\", "-h"))
                .isEqualTo(given("x y", "*", "", "it's", "\\", "-h"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox sh", "ksh", "mksh"})
    void everyShellAgrees(String shell) throws Exception {
        List<String> command = new ArrayList<>(List.of(shell.split(" ")));
        assumeTrue(SearchPath.holds(command.get(0)), shell + " is not on this machine");
        command.addAll(List.of(script.toString(), "x y", "*"));

        assertThat(run(Map.of("APP_JVM_OPTS", "-Xmx8m  -Dy=*"), command.toArray(String[]::new)))
                .isEqualTo(given(List.of("-Xmx8m", "-Dy=*"), "x y", "*"));
    }

    @Test
    void withoutTheScriptTheWordsAreTheSame() throws Exception {
        LauncherWords words = new LauncherWords(
                launcher("app", JVM, ARGS),
                new LaunchPath(List.of("acme.app", "acme.dns"), List.of("lib/classpath/a.jar", "lib/classpath/b.jar")));
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(words.behindJava(image, List.of("-Xmx8m")));
        command.add("x y");
        String jars = image.resolve("lib/classpath/a.jar") + ":" + image.resolve("lib/classpath/b.jar");
        assertThat(command).contains(jars);
        // The script has one file that names them all.
        command.replaceAll(
                word -> word.equals(jars) ? image.resolve("lib/classpath.jar").toString() : word);

        assertThat(run(Map.of(words.variable(), "-Xmx8m"), script.toString(), "x y"))
                .isEqualTo(command);
        assertThat(words.fileName(Os.LINUX)).isEqualTo("app");
    }

    @Test
    void inALinuxOfItsOwnTheWordsAreLinuxsWhateverRunsHere() {
        LauncherWords words = new LauncherWords(
                launcher("app", List.of("-Dx={lib}"), List.of()),
                new LaunchPath(List.of(), List.of("lib/classpath/a.jar", "lib/classpath/b.jar")));

        assertThat(words.behindJavaOnLinux("/opt/app"))
                .containsSequence(
                        "-Dx=/opt/app/lib", "-cp", "/opt/app/lib/classpath/a.jar:/opt/app/lib/classpath/b.jar");
    }

    @Test
    void moreOptionsComeFromTheVariableAndNoFileNamesAreMadeOfThem() throws Exception {
        assertThat(run(Map.of("APP_JVM_OPTS", " -Xmx8m\t-Dx=* -D? "), script.toString()))
                .isEqualTo(given(List.of("-Xmx8m", "-Dx=*", "-D?")));
    }

    @Test
    void fromInsideItsOwnFolder() throws Exception {
        assertThat(runIn(image.resolve("bin"), Map.of(), "./app")).isEqualTo(given());
    }

    @Test
    void aFolderThatCdWouldFindElsewhereIsNotTaken() throws Exception {
        Files.createDirectories(dir.resolve("elsewhere/bin"));
        assertThat(runIn(image, Map.of("CDPATH", dir.resolve("elsewhere").toString()), "sh", "bin/app"))
                .isEqualTo(given());
    }

    @Test
    void throughAnAbsoluteLink() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("absolute"), script);
        assertThat(run(Map.of(), link.toString())).isEqualTo(given());
    }

    @Test
    void throughARelativeLink() throws Exception {
        Path folder = Files.createDirectory(dir.toRealPath().resolve("links here"));
        Path link = Files.createSymbolicLink(folder.resolve("relative"), folder.relativize(script));
        assertThat(run(Map.of(), link.toString())).isEqualTo(given());
        assertThat(runIn(folder, Map.of(), "./relative")).isEqualTo(given());
    }

    @Test
    void throughAChainOfLinks() throws Exception {
        Path folder = Files.createDirectory(dir.toRealPath().resolve("a"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), script);
        Path second = Files.createSymbolicLink(dir.toRealPath().resolve("second"), Path.of("a", "first"));
        Path third = Files.createSymbolicLink(folder.resolve("-third"), Path.of("..", "second"));
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(run(Map.of(), third.toString())).isEqualTo(given());
    }

    @Test
    void throughALinkToTheImagesFolder() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("current"), image);
        assertThat(run(Map.of(), link.resolve("bin/app").toString())).isEqualTo(given());
    }

    @Test
    void throughALinkThatIsFoundInThePath() throws Exception {
        Path bin = Files.createDirectory(dir.toRealPath().resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("app"), script);
        String path = bin + ":" + System.getenv("PATH");
        assertThat(run(Map.of("PATH", path), "/bin/sh", "-c", "app")).isEqualTo(given());
    }

    @Test
    void theJvmTakesThePlaceOfTheShellSoThatASignalReachesIt() throws Exception {
        Process process = start(dir, Map.of("WAIT", "yes"), script.toString());
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            String last = null;
            for (int i = 0; i < given().size() + 1; i++) {
                last = lines.readLine();
            }
            assertThat(last).isEqualTo(String.valueOf(process.pid()));
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("128 + TERM").isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> given(String... more) {
        return given(List.of(), more);
    }

    private List<String> given(List<String> options, String... more) {
        List<String> words = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        JVM.forEach(option -> words.add(option.replace("{lib}", image + "/lib")));
        words.addAll(options);
        words.addAll(List.of(
                "--add-modules",
                "acme.app,acme.dns",
                "-cp",
                image.resolve("lib/classpath.jar").toString(),
                "-m",
                "acme.app/acme.app.Main"));
        words.addAll(ARGS);
        words.addAll(List.of(more));
        return words;
    }

    private List<String> run(Map<String, String> environment, String... command) throws Exception {
        return runIn(dir, environment, command);
    }

    private static List<String> runIn(Path folder, Map<String, String> environment, String... command)
            throws Exception {
        Process process = start(folder, environment, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return List.of(said.substring(0, said.length() - 1).split("\n", -1));
    }

    private static Process start(Path folder, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
