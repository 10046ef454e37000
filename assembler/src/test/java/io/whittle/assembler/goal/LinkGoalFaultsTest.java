package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Why nothing is linked; no jlink runs here. */
class LinkGoalFaultsTest {
    @TempDir
    private Path dir;

    private Project project;

    @BeforeEach
    void project() throws IOException {
        project = new Project(dir);
    }

    @Test
    void anUnknownProfileIsToldWithTheNearest() {
        refusal("unknown-profile.txt", project.link("smal"));
    }

    @Test
    void noProfileIsToldWithThoseThatThereAre() {
        refusal("no-profile.txt", project.link());
    }

    @Test
    void aCatalogueWithoutProfilesIsTold() throws IOException {
        Files.writeString(project.catalog, "schema: 1\nfeatures: {app: {}}\n");
        refusal("catalogue-without-profiles.txt", project.link("small"));
    }

    @Test
    void aCheckOfALauncherThatIsLeftOutIsTold() throws IOException {
        Files.writeString(
                project.catalog,
                Project.CATALOG
                                .replace("app: {modules: [acme.app]}", "app: {modules: [acme.app], checks: [counts]}")
                                .replace(
                                        "main: acme.app.Main}}}",
                                        "main: acme.app.Main}, nproc: {module: acme.words, main: acme.words.Main}}}")
                        + "checks: {counts: {run: [nproc]}}\n");
        assertThat(faults(project.link("small")))
                .hasSize(2)
                .last()
                .asString()
                .contains(
                        "feature-tags.yaml:9:25: check counts starts launcher nproc, which is not in the image: its module acme.words is not.",
                        "Name words under 'with' of the check");
    }

    @Test
    void aPlatformThatIsNoneIsTold() {
        refusal("unknown-platform.txt", project.link(TestJdk.home(), List.of("linux/amd46", "lunix"), "small"));
    }

    @Test
    void aCatalogueThatIsNotThereIsTold() throws IOException {
        Files.delete(project.catalog);
        assertThat(faults(project.link("small"))).singleElement().asString().contains("feature-tags.yaml");
    }

    @Test
    void aFolderForACatalogueIsToldAndNotRead() throws IOException {
        Files.delete(project.catalog);
        Files.createDirectory(project.catalog);
        // Nobody could hash this one.
        Files.createSymbolicLink(project.catalog.resolve("nowhere"), dir.resolve("not-there"));

        assertThat(faults(project.link("small"))).singleElement().asString().contains("is a folder");
    }

    @Test
    void aJdkThatIsNoneIsTold() {
        assertThat(faults(project.link(dir, List.of(Project.host()), "small")))
                .singleElement()
                .asString()
                .startsWith("The JDK at <dir> cannot be linked: ");
    }

    @Test
    void aPlatformWithoutAJdkIsToldWithWhatElseIsWrong() throws IOException {
        Files.delete(project.path.get(1).path());
        LinkRequest request =
                project.link(nothingNamed(Optional.empty()), List.of(Project.host(), "openbsd/s390x"), "full");

        assertThat(faults(request))
                .anyMatch(fault -> fault.startsWith("There is no JDK "
                        + Runtime.version().feature() + " for openbsd/s390x. It was looked for in\n"))
                .anyMatch(fault -> fault.startsWith("Module acme.words of feature words"));
        assertThat(project.image("full")).doesNotExist();
    }

    @Test
    void aVersionThatIsNoneIsTold() {
        LinkRequest request = project.link(nothingNamed(Optional.of("lts")), List.of(Project.host()), "small");

        assertThat(faults(request))
                .containsExactly(
                        "whittle.jdkVersion is 'lts', which is no version of Java.\n  Write a feature version, such as 17.");
    }

    private JdkRequest nothingNamed(Optional<String> version) {
        return new JdkRequest(
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                version,
                TestJdk.home(),
                dir,
                dir.resolve("jdks"),
                coordinates -> {
                    throw new IOException("nobody has " + coordinates);
                });
    }

    @Test
    void profilesThatFailAlikeAreToldOfTogether() {
        String variant = Platform.host().arch().variants().get(0);
        LinkRequest nothingOnThePath = new LinkRequest(
                "test:project",
                project.catalog,
                List.of("small", "full"),
                List.of(Project.host(), Project.host() + "/" + variant),
                List.of(),
                JarEdges.UNKNOWN,
                JdkAt.folder(TestJdk.home()),
                project.output,
                false,
                Project.lockUse(),
                "test",
                List.of());
        Golden.hold(
                "messages/profiles-fail-alike.txt",
                String.join("\n\n", faults(nothingOnThePath))
                                .replace(Project.host() + "/" + variant, "<host>/<variant>")
                                .replace(Project.host(), "<host>")
                        + "\n");
    }

    @Test
    void nothingIsLinkedWhenOneOfSeveralProfilesCannotBe() throws IOException {
        Files.delete(project.path.get(1).path());

        assertThat(faults(project.link("all")))
                .anyMatch(fault -> fault.contains("full for "))
                .noneMatch(fault -> fault.contains("small for "))
                .anyMatch(fault -> fault.startsWith("Module acme.words of feature words"));
        assertThat(project.image("small")).doesNotExist();
        assertThat(project.output.resolve("link.record")).doesNotExist();
    }

    @Test
    void aProfileThatCannotBeResolvedIsToldWithItsName() throws IOException {
        Files.writeString(project.catalog, """
                schema: 1
                features:
                  app: {requires: [words], modules: [acme.app]}
                  words: {modules: [acme.words]}
                profiles: {small: {include: [app], exclude: [words]}}
                """);

        assertThat(faults(project.link("small")))
                .singleElement()
                .asString()
                .startsWith("Profile small cannot be had on " + Project.host() + ":\n");
    }

    @Test
    void aPathEntryThatIsNotThereDoesNotHideTheRest() throws IOException {
        Files.delete(project.path.get(1).path());
        module("acme.app").requires("lib.gone").jar(dir);

        assertThat(faults(project.link("small"))).anyMatch(fault -> fault.startsWith("acme.app requires lib.gone"));
    }

    private void refusal(String golden, LinkRequest request) {
        Golden.hold("messages/" + golden, String.join("\n\n", faults(request)) + "\n");
    }

    private List<String> faults(LinkRequest request) {
        GoalException refused = catchThrowableOfType(GoalException.class, () -> LinkGoal.run(request, new Said()));
        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.getMessage()).isEqualTo(String.join("\n", refused.faults()));
        return refused.faults().stream()
                .map(fault -> fault.replace(dir.toString(), "<dir>"))
                .toList();
    }
}
