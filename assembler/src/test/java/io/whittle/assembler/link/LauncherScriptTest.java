package io.whittle.assembler.link;

import io.whittle.assembler.plan.LaunchPath;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The text of launchers. */
class LauncherScriptTest {
    private static final LaunchPath NOTHING = new LaunchPath(List.of(), List.of());

    @TempDir
    private Path dir;

    @Test
    void forAShell() throws IOException {
        Golden.hold("launchers/outpostd.sh", full().text(Os.LINUX));
        assertThat(full().text(Os.MACOS)).isEqualTo(full().text(Os.LINUX));
    }

    @Test
    void forWindows() throws IOException {
        String text = full().text(Os.WINDOWS);

        Golden.hold("launchers/outpostd.cmd.txt", text.replace("\r\n", "\n"));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void theShortestOfBoth() throws IOException {
        LauncherScript script = new LauncherScript(launcher("app", List.of(), List.of()), NOTHING);

        Golden.hold("launchers/short.sh", script.text(Os.LINUX));
        Golden.hold("launchers/short.cmd.txt", script.text(Os.WINDOWS).replace("\r\n", "\n"));
    }

    @Test
    void theClassPathIsOneFileOfTheImage() throws IOException {
        LaunchPath path = new LaunchPath(List.of("java.sql"), List.of("lib/classpath/a.jar", "lib/classpath/b.jar"));
        Launcher ofNoModule =
                new Launcher(mention("web"), Optional.empty(), mention("acme.web.Main"), List.of(), List.of("serve"));
        LauncherScript script = new LauncherScript(ofNoModule, path);
        LauncherScript module = new LauncherScript(launcher("app", List.of(), List.of()), path);

        Golden.hold("launchers/class-path.sh", script.text(Os.LINUX));
        Golden.hold("launchers/class-path.cmd.txt", script.text(Os.WINDOWS).replace("\r\n", "\n"));
        assertThat(module.text(Os.LINUX))
                .contains("  -cp \"$image/lib/classpath.jar\" \\\n  -m acme.app/acme.app.Main \"$@\"");
        assertThat(module.text(Os.WINDOWS))
                .contains(" -cp \"%~dp0..\\lib\\classpath.jar\" -m acme.app/acme.app.Main %*");
    }

    @Test
    void theFileIsNamedAsTheSystemExpectsAndMayBeRun() throws IOException, LinkException {
        Files.createDirectory(dir.resolve("bin"));
        Path shell = full().writeTo(dir, Os.LINUX);
        Path command = full().writeTo(dir, Os.WINDOWS);

        assertThat(shell).isEqualTo(dir.resolve("bin/outpostd")).isExecutable();
        assertThat(command).isEqualTo(dir.resolve("bin/outpostd.cmd"));
    }

    @Test
    void aProgramOfTheJdkIsNotOverwritten() throws IOException {
        Files.writeString(Files.createDirectory(dir.resolve("bin")).resolve("java"), "the JVM");

        assertThatThrownBy(() ->
                        new LauncherScript(launcher("java", List.of(), List.of()), NOTHING).writeTo(dir, Os.LINUX))
                .isInstanceOf(LinkException.class)
                .hasMessage("Launcher java has the name of a program that the JDK puts into the image's bin folder.\n"
                        + "  Give it another name in the catalogue.");
        assertThat(dir.resolve("bin/java")).hasContent("the JVM");
    }

    @Test
    void theVariableIsOneThatAShellTakes() {
        assertThat(variable("app")).isEqualTo("APP_JVM_OPTS");
        assertThat(variable("my-app.x")).isEqualTo("MY_APP_X_JVM_OPTS");
        assertThat(variable("7zip")).isEqualTo("_7ZIP_JVM_OPTS");
    }

    @Test
    void wordsForWindowsAreQuotedAsItsRunTimeReadsThem() throws IOException {
        String text = new LauncherScript(
                        launcher(
                                "app",
                                List.of("-Da=C:\\dir\\", "-Db=x y", "-Dc=100%"),
                                List.of("say \"hi\"", "end \\")),
                        NOTHING)
                .text(Os.WINDOWS);

        assertThat(text)
                .contains("\"-Da=C:\\dir\\\\\"")
                .contains("\"-Db=x y\"")
                .contains("\"-Dc=100%%\"")
                .contains("\"say \\\"hi\\\"\"")
                .contains("\"end \\\\\"");
    }

    static Launcher launcher(String name, List<String> jvm, List<String> args) {
        return new Launcher(mention(name), Optional.of(mention("acme.app")), mention("acme.app.Main"), jvm, args);
    }

    private static LauncherScript full() {
        return new LauncherScript(
                launcher(
                        "outpostd",
                        List.of("-XX:+UseSerialGC", "-Dtitle=a node's own", "-Dglob=*"),
                        List.of("--state", "/var/lib/my node", "$HOME", "100%")),
                new LaunchPath(List.of("acme.app", "acme.dns"), List.of()));
    }

    private static String variable(String name) {
        return new LauncherScript(launcher(name, List.of(), List.of()), NOTHING).variable();
    }

    private static Mention mention(String text) {
        return new Mention(text, new Place(1, 1));
    }
}
