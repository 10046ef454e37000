package io.whittle.assembler.goal;

import io.whittle.assembler.generate.ConstantsClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import javax.tools.ToolProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a program is told of its features, compiled for real. */
class GenerateGoalTest {
    private static final String CATALOG = """
            schema: 1
            features:
              dns: {summary: "Ends */ here, \\\\u002a/ or @here <b> {@code ü}"}
              peer-api: {}
              class: {}
              features: {}
            profiles:
              small: {include: [peer-api]}
              full: {include: all}
            """;

    private static final String APP = """
            package acme.app;

            import acme.gen.Features;

            public class App {
                public static void main(String[] args) {
                    if (Features.DNS) {
                        Resolver.start();
                    }
                    Runnable peers = Features.PEER_API ? () -> System.out.println("peers") : null;
                    System.out.println(peers + " " + Features.CLASS + Features.FEATURES);
                }
            }

            class Resolver {
                static void start() {}
            }
            """;

    @TempDir
    private Path dir;

    private Path catalog;
    private final Said said = new Said();

    @BeforeEach
    void catalog() throws IOException {
        catalog = Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
        source("acme/app/App.java", APP);
    }

    @Test
    void theCompilerDropsWhatStandsBehindAConstantThatIsFalse() throws Exception {
        generate("small");
        assertThat(compiled()).isEmpty();
        assertThat(Files.readString(dir.resolve("classes/acme/app/App.class"), StandardCharsets.ISO_8859_1))
                .contains("peers")
                .doesNotContain("Resolver");

        generate("full");
        assertThat(compiled()).isEmpty();
        assertThat(Files.readString(dir.resolve("classes/acme/app/App.class"), StandardCharsets.ISO_8859_1))
                .contains("acme/app/Resolver");
    }

    @Test
    void aModularProjectTakesTheClassAsItsOwn() throws Exception {
        source("module-info.java", "module acme.app { exports acme.gen; }");
        generate("small");

        assertThat(compiled()).isEmpty();
        assertThat(dir.resolve("classes/acme/gen/Features.class")).exists();
    }

    @Test
    void aFeatureThatIsGoneDoesNotCompileAndIsToldBefore() throws Exception {
        Files.writeString(catalog, CATALOG.replace("dns:", "dnssec:"));
        generate("small");

        assertThat(said.warnings)
                .singleElement()
                .asString()
                .endsWith(
                        "App.java:7:22: warning: Features.DNS will not compile: feature-tags.yaml has no feature 'dns' (any"
                                + " more); take out what was there for it, or declare the feature");
        assertThat(compiled()).contains("App.java:7", "cannot find symbol");
    }

    @Test
    void whatIsUnchangedIsNotWrittenAgain() throws Exception {
        generate("small");
        Path constants = dir.resolve("gen/acme/gen/Features.java");
        byte[] first = Files.readAllBytes(constants);
        Files.setLastModifiedTime(constants, FileTime.fromMillis(0));
        Files.writeString(catalog, CATALOG.replace("  small:", "  other: {include: [peer-api]}\n  small:"));
        generate("small");
        generate("other");

        assertThat(constants).hasBinaryContent(first);
        assertThat(Files.getLastModifiedTime(constants)).isEqualTo(FileTime.fromMillis(0));
        assertThat(dir.resolve("res/features.properties"))
                .content()
                .contains("profile=other", "feature.dns=out\n", "feature.peer-api=in\n");
    }

    @Test
    void aClassUnderAFormerNameGoesAndWhatAPersonWroteStays() throws Exception {
        Path own = dir.resolve("gen/acme/gen/Own.java");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "package acme.gen; class Own {}\n");
        generate("small");
        run(new ConstantsClass("acme.other", "Switches"), "small");

        assertThat(dir.resolve("gen/acme/gen/Features.java")).doesNotExist();
        assertThat(dir.resolve("gen/acme/other/Switches.java")).exists();
        GoalException refused =
                catchThrowableOfType(GoalException.class, () -> run(new ConstantsClass("acme.gen", "Own"), "small"));
        assertThat(refused.faults())
                .singleElement()
                .asString()
                .contains("Own.java is there, and Whittle did not write it");
        assertThat(own).hasContent("package acme.gen; class Own {}");
        assertThat(dir.resolve("gen/acme/other/Switches.java")).exists();
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsWritten() {
        GoalException refused = catchThrowableOfType(
                GoalException.class, () -> run(new ConstantsClass("acme.new", "record"), "small", "full"));

        assertThat(refused.faults())
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("Code is compiled for one profile"))
                .anyMatch(fault -> fault.contains("'new' is a word"))
                .anyMatch(fault -> fault.contains("'record' is a word"));
        assertThat(dir.resolve("gen")).doesNotExist();
        assertThat(dir.resolve("res")).doesNotExist();
    }

    private void generate(String profile) throws GoalException, IOException {
        run(new ConstantsClass("acme.gen", "Features"), profile);
    }

    private void run(ConstantsClass constants, String... profiles) throws GoalException, IOException {
        GenerateGoal.run(
                new GenerateRequest(
                        catalog,
                        List.of(profiles),
                        List.of("linux/amd64"),
                        dir.resolve("target/whittle"),
                        Optional.of(constants.packageName()),
                        constants.name(),
                        dir.resolve("gen"),
                        dir.resolve("res/features.properties"),
                        List.of(dir.resolve("src"), dir.resolve("gen"))),
                said);
    }

    private void source(String file, String text) throws IOException {
        Path source = dir.resolve("src").resolve(file);
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
    }

    /** What the compiler says, with every warning as an error. */
    private String compiled() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-encoding",
                "US-ASCII",
                "-Xlint:all",
                "-Xdoclint:all/private,-missing",
                "-Werror",
                "-d",
                dir + "/classes"));
        for (String root : List.of("src", "gen")) {
            try (var files = Files.walk(dir.resolve(root))) {
                files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
            }
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        return said.toString(StandardCharsets.UTF_8);
    }
}
