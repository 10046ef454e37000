package outpost.desktop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.FeatureException;
import outpost.core.Features;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class DesktopTest {
    @TempDir
    private Path folder;

    @Test
    void machineWithoutADisplayIsToldOnceAndNothingOfTheWindowingSystemIsLoaded() throws Exception {
        List<String> output = run("", "-Djava.awt.headless=true", "-Xshare:off", "-Xlog:class+load:stdout");

        assertThat(output)
                .filteredOn(line -> line.contains("no tray"))
                .singleElement()
                .asString()
                .endsWith("desktop: no tray: this machine has no display");
        assertThat(output)
                .anyMatch(line -> line.contains(" outpost.desktop.Desktop "))
                .anyMatch(line -> line.contains(" java.awt.GraphicsEnvironment "))
                .noneMatch(line -> line.contains(" java.awt.Toolkit "))
                .noneMatch(line -> line.contains(" java.awt.SystemTray "))
                .noneMatch(line -> line.contains(" java.awt.EventQueue "));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void displayThatCannotBeReachedIsToldOnceAndTheNodeRunsOn() throws Exception {
        List<String> output = run("127.0.0.1:59999", "-Djava.awt.headless=false");

        assertThat(output).filteredOn(line -> line.contains("no tray")).hasSize(1);
        assertThat(output).noneMatch(line -> line.contains("ERROR") || line.contains("failed"));
    }

    @Test
    void moduleProvidesItAsAFeature() throws FeatureException {
        assertThat(Features.inImage()).singleElement().isInstanceOf(Desktop.class);
    }

    private List<String> run(String display, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", classPath(), DesktopProbe.class.getName(), folder.toString()));
        Path output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().remove("DISPLAY");
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    /** Everything this test itself was given, as one class path. */
    private static String classPath() {
        return Stream.of(
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"),
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        Path.of("target", "classes").toAbsolutePath().toString())
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
