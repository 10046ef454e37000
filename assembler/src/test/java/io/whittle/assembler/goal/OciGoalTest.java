package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Links and makes container images, and tells what cannot be one. */
@EnabledOnOs(OS.LINUX)
class OciGoalTest {
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
    void whatMakesNoSenseIsToldAllAtOnceBeforeAnythingIsLinked() throws IOException {
        Project project = new Project(dir);

        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> OciGoal.run(request(project, List.of("docker-archiv"), "App", Optional.empty()), new Said()));

        assertThat(refused.faults())
                .contains(
                        "whittle.ociFormats names 'docker-archiv', and there is no such thing.\n  Is docker-archive meant?")
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
                        List.of("/var/lib/app"),
                        List.of("8080"),
                        Optional.empty()),
                new OciRequest.Below(
                        Optional.empty(), Optional.empty(), new TreeMap<>(), Optional.empty(), "fail", project.output));
    }
}
