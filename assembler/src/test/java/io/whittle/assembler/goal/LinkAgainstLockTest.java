package io.whittle.assembler.goal;

import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockContents;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockJson;
import io.whittle.assembler.lock.LockedOrigin;
import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a link refuses before any image is made, since something else was accepted; no jlink runs here. */
class LinkAgainstLockTest {
    @TempDir
    private Path dir;

    private Project project;

    @BeforeEach
    void project() throws IOException {
        project = new Project(dir);
    }

    @Test
    void allDifferencesOfAllProfilesAreToldAtOnceWithTheCommandThatAcceptsThem() throws IOException {
        LockContents accepted = new LockContents(
                new LockContents.Jdk("17.0.1", Optional.of("Acme")),
                new TreeMap<>(Map.of("compress", "zip-9")),
                new TreeMap<>(Map.of("app", "required", "gone", "asked-for")),
                new TreeMap<>(Map.of(
                        "acme.app",
                        new LockedOrigin.OfDependency("test:acme.app:1", "0".repeat(64)),
                        "acme.gone",
                        new LockedOrigin.OfProject(),
                        "java.base",
                        new LockedOrigin.OfJdk())),
                new TreeMap<>());
        write(Lock.empty().with("small", Platform.host(), new LockEntry(accepted, 40_000_000)));

        Golden.hold(
                "messages/not-accepted.txt",
                faults(project.link("all")).replaceAll("sha256 (?!0{64})[0-9a-f]{64}", "sha256 <hash>") + "\n");
        assertThat(project.image("small")).doesNotExist();
        assertThat(project.image("full")).doesNotExist();
        assertThat(project.output.resolve("link.record")).doesNotExist();
    }

    @Test
    void anEntryThatIsNotThereIsADifferenceWhereThereIsALock() throws IOException {
        write(Lock.empty());

        assertThat(faults(project.link("small")))
                .contains("  small <host>\n    + not accepted yet: 1 feature, 2 modules, jdk ")
                .endsWith("    mvn package whittle:lock -Dwhittle.profile=small");
    }

    @Test
    void anotherPlatformThanTheHostsIsPartOfTheCommand() throws IOException {
        write(Lock.empty());
        String variant =
                Project.host() + "/" + Platform.host().arch().variants().get(0);

        assertThat(faults(project.link(TestJdk.home(), List.of(Project.host(), variant), "small")))
                .endsWith(" -Dwhittle.profile=small -Dwhittle.platform=<host>,"
                        + variant.replace(Project.host(), "<host>"));
    }

    @Test
    void aBrokenLockIsToldWithItsPlaceByBothGoalsAndStaysAsItIs() throws IOException {
        Files.writeString(project.lock(), "{\n  \"schema\": 1,\n  nonsense");

        assertThat(faults(project.link("small")))
                .startsWith("<dir>/whittle.lock:3:")
                .contains("Restore it");
        assertThat(faultsOfLocking(project.link("small"))).startsWith("<dir>/whittle.lock:3:");
        assertThat(project.lock()).hasContent("{\n  \"schema\": 1,\n  nonsense");
    }

    @Test
    void theLockAndTheToleranceAreFaultedTogether() throws IOException {
        Files.createDirectory(project.lock());

        assertThat(faults(project.link(new LockUse(Optional.empty(), true, "much", ""), "small")))
                .contains("whittle.lockTolerance is 'much', which is no percentage.", "it is a folder");
    }

    @Test
    void aLockThatFailsWritesNothing() throws IOException {
        Files.delete(project.path.get(1).path());

        assertThat(faultsOfLocking(project.link("all"))).contains("Module acme.words of feature words");
        assertThat(project.lock()).doesNotExist();
    }

    @Test
    void modulesOfTheProjectCarryNoHash() throws IOException {
        PathEntry app = project.path.get(0);
        LinkRequest usual = project.link("small");
        LinkRequest own = new LinkRequest(
                usual.project(),
                usual.catalog(),
                usual.profiles(),
                usual.platforms(),
                List.of(new PathEntry(app.path(), app.label(), true)),
                JarEdges.UNKNOWN,
                usual.jdks(),
                usual.output(),
                false,
                usual.lock(),
                usual.tool(),
                usual.toolFiles());
        LockContents other = new LockContents(
                new LockContents.Jdk("1", Optional.empty()),
                new TreeMap<>(),
                new TreeMap<>(Map.of("app", "asked-for")),
                new TreeMap<>(Map.of("acme.app", new LockedOrigin.OfProject(), "java.base", new LockedOrigin.OfJdk())),
                new TreeMap<>());
        write(Lock.empty().with("small", Platform.host(), new LockEntry(other, 1)));

        assertThat(faults(own)).contains("- jdk 1\n").doesNotContain("module", "the project's own");
        assertThat(faults(usual))
                .contains(
                        "- module acme.app (project)\n",
                        "+ module acme.app (test:acme.app:1, sha256",
                        "Accepted as the project's own and now a dependency: acme.app. Was the build started at the top");
    }

    @Test
    void optionsAreComparedAsTheyComeToForTheProfile() throws IOException {
        Files.writeString(
                project.catalog,
                Project.CATALOG
                        .replace("image: {", "image: {compress: zip-6, strip: [java-debug], ")
                        .replace("small: {", "small: {image: {compress: zip-2}, "));
        write(acceptedInPart());

        assertThat(faults(project.link("small")))
                .contains("    + option compress (zip-2)\n    + option strip (java-debug)\n");
    }

    @Test
    void anArtifactThatIsAModuleIsToldAsThatAlone() throws IOException {
        Files.writeString(
                project.catalog,
                Project.CATALOG.replace("modules: [acme.app]", "modules: [acme.app], artifacts: ['test:acme.app']"));
        write(acceptedInPart());

        assertThat(faults(project.link("small")))
                .contains("+ module acme.app (test:acme.app:1, sha256 ")
                .doesNotContain("artifact");
    }

    private static Lock acceptedInPart() {
        LockContents contents = new LockContents(
                new LockContents.Jdk("1", Optional.empty()),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        return Lock.empty().with("small", Platform.host(), new LockEntry(contents, 1));
    }

    private void write(Lock lock) throws IOException {
        Files.write(project.lock(), LockJson.bytes(lock));
    }

    private String faults(LinkRequest request) {
        return text(catchThrowableOfType(GoalException.class, () -> LinkGoal.run(request, new Said())));
    }

    private String faultsOfLocking(LinkRequest request) {
        return text(catchThrowableOfType(GoalException.class, () -> LockGoal.run(request, new Said())));
    }

    private String text(GoalException refused) {
        assertThat(refused).as("must be refused").isNotNull();
        return String.join("\n\n", refused.faults())
                .replace(dir.toString(), "<dir>")
                .replace(Project.host(), "<host>")
                .replace(jdk(), "jdk <running>");
    }

    /** The running JDK as a difference spells it. */
    private static String jdk() {
        return "jdk " + TestJdk.running().version()
                + TestJdk.running()
                        .implementor()
                        .map(vendor -> " (" + vendor + ")")
                        .orElse("");
    }
}
