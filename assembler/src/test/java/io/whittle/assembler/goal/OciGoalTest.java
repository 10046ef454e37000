package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestElf;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Links and makes container images, and tells what cannot be one. */
@EnabledOnOs(OS.LINUX)
class OciGoalTest {
    private static final String CLASS_PATH = """
            schema: 1
            base: {artifacts: ['test:acme.app', 'org.xerial:sqlite-jdbc', 'test:acme.words']}
            artifacts: {'org.xerial:sqlite-jdbc': {as: classpath}}
            image: {launchers: {app: {main: acme.app.Main}}}
            profiles:
              small: {include: [], budgets: {archive: 1 GiB}}
            """;

    @TempDir
    private Path dir;

    /** One story, since each link takes seconds. */
    @Test
    void makesContainersOfWhatWasLinkedAndLeavesUnchangedOnesAlone() throws Exception {
        Project project = new Project(dir);
        Path layout = project.output.resolve("oci/small");

        Said first = new Said();
        assertThat(OciGoal.run(request(project, List.of(), "app", Optional.empty()), first))
                .singleElement()
                .satisfies(archive -> assertThat(archive.file()).isRegularFile())
                .satisfies(archive -> assertThat(archive.type()).isEqualTo("docker.tar"));
        assertThat(first.lines)
                .anyMatch(line -> line.startsWith("small: app:1.0 in " + layout))
                .anyMatch(line -> line.contains(
                        "runs as 65532:65532: /opt/app/bin/java --add-modules acme.app -m acme.app/acme.app.Main"));
        assertThat(Files.readString(project.output.resolve("small/oci.json")))
                .contains("/libc.so.6", "\"content\" : \"jdk\"");
        byte[] index = Files.readAllBytes(layout.resolve("index.json"));

        Said again = new Said();
        OciGoal.run(request(project, List.of(), "app", Optional.empty()), again);
        assertThat(again.lines).contains("unchanged: container images of small");

        Files.writeString(layout.resolve("index.json"), "damaged");
        OciGoal.run(request(project, List.of(), "app", Optional.empty()), new Said());
        assertThat(layout.resolve("index.json")).hasBinaryContent(index);

        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> OciGoal.run(request(project, List.of(), "app", Optional.of("ap")), new Said()));
        assertThat(refused.faults()).anyMatch(fault -> fault.contains("whittle.launcher is 'ap'"));
    }

    @Test
    void jarsOfTheClassPathLieInALayerOfTheirOwnAndAreStartedFromThere() throws Exception {
        PathEntry sqlite = module("org.sqlite")
                .automatic()
                .pkg("org.sqlite")
                .jar(dir, "sqlite-jdbc-1.jar", "org.xerial:sqlite-jdbc:1");
        PathEntry words = module("acme.words").automatic().pkg("acme.words").jar(dir);
        add(sqlite.path(), "org/sqlite/libsqlitejdbc.so", TestElf.of(Platform.host()));
        add(words.path(), "libwords.so", TestElf.of(Platform.host()).needs("libabsent.so.9"));
        Project project = new Project(
                dir,
                CLASS_PATH,
                List.of(
                        module("acme.app")
                                .automatic()
                                .main("acme.app.Main", "System.out.println(1);")
                                .jar(dir),
                        words,
                        sqlite));

        assertThatThrownBy(() -> OciGoal.run(request(project, List.of("oci"), "app", Optional.empty()), new Said()))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("libabsent.so.9, needed by /opt/app/lib/classpath/acme.words-1.jar!/libwords.so");
        add(words.path(), "libwords.so", TestElf.of(Platform.host()));
        Said said = new Said();
        OciGoal.run(request(project, List.of("oci"), "app", Optional.empty()), said);
        assertThat(said.warnings)
                .anyMatch(line -> line.startsWith("The budget archive: 1 GiB of small for ")
                        && line.contains(" is not held by whittle:oci.\n  Hold it: mvn package whittle:pack "));

        JsonNode image = JsonMapper.shared()
                .readTree(project.output.resolve("small/oci.json").toFile())
                .get("images")
                .get(0);
        assertThat(image.get("plan").asString())
                .isEqualTo(ContentHash.of(project.image("small").resolveSibling("plan.json")));
        assertThat(image.get("layers")
                        .valueStream()
                        .map(layer -> layer.get("content").asString()))
                .containsExactly("system", "jdk", "class-path", "application");
        assertThat(image.get("entryPoint").valueStream().map(JsonNode::asString))
                // Java 24 and later warn where native files are loaded without leave.
                .filteredOn(word -> !word.equals("--enable-native-access=ALL-UNNAMED")
                        || Runtime.version().feature() < 24)
                .containsExactly(
                        "/opt/app/bin/java",
                        "-Dorg.sqlite.lib.path=/opt/app/lib",
                        "-cp",
                        "/opt/app/lib/classpath/acme.app-1.jar:/opt/app/lib/classpath/acme.words-1.jar"
                                + ":/opt/app/lib/classpath/sqlite-jdbc-1.jar",
                        "acme.app.Main");
    }

    @Test
    void emptyElementsOfThePomAreEmptyTexts() {
        SortedMap<String, String> empty = new TreeMap<>();
        empty.put("MODE", null);
        OciRequest.Run run =
                new OciRequest.Run(List.of(), empty, empty, Optional.empty(), List.of(), List.of(), Optional.empty());

        assertThat(run.environment()).containsEntry("MODE", "");
        assertThat(run.labels()).containsEntry("MODE", "");
    }

    private static void add(Path jar, String path, TestElf file) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.write(files.getPath(path), file.bytes());
        }
    }

    @Test
    void whatMakesNoSenseIsToldAllAtOnceBeforeAnythingIsLinked() throws IOException {
        Project project = new Project(dir);

        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> OciGoal.run(request(project, List.of("docker-archiv"), "App", Optional.empty()), new Said()));

        assertThat(refused.faults())
                .contains(
                        "whittle.ociFormats names 'docker-archiv', and there is no such thing.\n  Is docker-archive meant?")
                .anyMatch(fault -> fault.startsWith("whittle.volumes names '/opt', and the image lies in /opt/app"))
                .anyMatch(fault -> fault.startsWith("whittle.imageName is 'App'."));
        assertThat(project.image("small")).doesNotExist();
    }

    @Test
    void aPlaceOfLayoutsThatIsALinkIsRefused() throws Exception {
        Project project = new Project(dir);
        Path outside = Files.createDirectory(dir.resolve("outside"));
        Files.createDirectories(project.output);
        Path link = Files.createSymbolicLink(project.output.resolve("oci"), outside);

        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> OciGoal.run(request(project, List.of("layout"), "app", Optional.empty()), new Said()));

        assertThat(refused.faults()).singleElement().asString().startsWith(link + " is a link");
        assertThat(outside).isEmptyDirectory();
        assertThat(project.image("small")).doesNotExist();
    }

    private static OciRequest request(Project project, List<String> formats, String name, Optional<String> launcher) {
        return new OciRequest(
                project.link("small"),
                "app",
                "1.0",
                formats,
                "gzip",
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                launcher,
                new OciRequest.Run(
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of()),
                        Optional.empty(),
                        name.equals("App") ? List.of("/opt") : List.of("/var/lib/app"),
                        List.of("8080"),
                        Optional.empty()),
                new OciRequest.Below(
                        Optional.empty(), Optional.empty(), new TreeMap<>(), Optional.empty(), "fail", project.output));
    }
}
