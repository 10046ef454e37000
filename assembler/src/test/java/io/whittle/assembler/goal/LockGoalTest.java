package io.whittle.assembler.goal;

import io.whittle.assembler.lock.Lock;
import io.whittle.assembler.lock.LockEntry;
import io.whittle.assembler.lock.LockJson;
import io.whittle.assembler.lock.LockReader;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Links for real, accepts, and holds later links against what was accepted. */
@DisabledOnOs(OS.WINDOWS)
class LockGoalTest {
    @TempDir
    private Path dir;

    /** One story, since each link takes seconds. */
    @Test
    void acceptsWhatWasLinkedAndHoldsTheNextLinkAgainstIt() throws Exception {
        Project project = new Project(dir);

        // Nothing is accepted, so nothing is compared.
        assertThat(link(project)).anyMatch(line -> line.contains("linked in"));
        assertThat(link(project)).allMatch(line -> line.startsWith("unchanged: "));

        // An entry that is there stays as it is, and one of a profile that is gone goes.
        LockGoal.run(project.link("full"), new Said());
        LockEntry full = read(project).find("full", Platform.host()).orElseThrow();
        Lock strays = read(project).with("former", Platform.host(), full);
        Files.write(project.lock(), LockJson.bytes(strays));
        Said accepted = new Said();
        LockGoal.run(project.link("small"), accepted);
        assertThat(accepted.lines)
                .contains(
                        "accepted in " + project.lock() + " (- before, + now):",
                        "  small " + Project.host(),
                        "  former: taken out, the catalogue has no such profile")
                .anyMatch(line -> line.startsWith("    + not accepted yet: 1 feature, 2 modules, jdk "));
        assertThat(read(project).profiles()).containsOnlyKeys("full", "small");
        assertThat(read(project).find("full", Platform.host())).contains(full);
        LockEntry small = read(project).find("small", Platform.host()).orElseThrow();
        assertThat(small.contents().modules()).containsOnlyKeys("acme.app", "java.base");
        assertThat(small.imageBytes()).isEqualTo(bytes(project.image("small")));

        // The lock appeared: that is looked at, once.
        assertThat(link(project)).anyMatch(line -> line.contains("not linked again"));
        assertThat(link(project)).allMatch(line -> line.startsWith("unchanged: "));

        // Accepted once more, nothing changes, not even the file's time.
        Object written = Files.getLastModifiedTime(project.lock());
        Said again = new Said();
        LockGoal.run(project.link("small"), again);
        assertThat(again.lines).contains(project.lock() + " accepts this already: nothing changed");
        assertThat(Files.getLastModifiedTime(project.lock())).isEqualTo(written);

        // A size within the tolerance is as good; it is not accepted anew, or it would creep away.
        Lock near = read(project)
                .with("small", Platform.host(), new LockEntry(small.contents(), small.imageBytes() + 1000));
        Files.write(project.lock(), LockJson.bytes(near));
        assertThat(link(project)).anyMatch(line -> line.contains("not linked again"));
        LockGoal.run(project.link("small"), new Said());
        assertThat(read(project)).isEqualTo(near);

        // An image that stands and has another size than was accepted is refused, and stands.
        Lock far =
                read(project).with("small", Platform.host(), new LockEntry(small.contents(), small.imageBytes() * 2));
        Files.write(project.lock(), LockJson.bytes(far));
        assertThat(refusal(project.link("small")))
                .contains(
                        "  small " + Project.host() + "\n    - image ",
                        "(" + small.imageBytes() + " bytes), 50.0 % less")
                .endsWith("    mvn package whittle:lock -Dwhittle.profile=small");
        assertThat(project.image("small").resolve("bin/app")).exists();

        // So is one that would have to be made, and the other profile's is made all the same.
        Files.delete(project.image("small").resolveSibling("image.record"));
        Files.delete(project.image("full").resolveSibling("image.record"));
        Files.writeString(project.image("small").resolve("mark"), "the former image");
        Files.writeString(project.image("full").resolve("mark"), "the former image");
        assertThat(refusal(project.link("all")))
                .contains("  small ", "- image ")
                .doesNotContain("  full ");
        assertThat(project.image("small").resolve("mark")).exists();
        assertThat(project.image("full").resolve("mark")).doesNotExist();
        try (Stream<Path> left = Files.list(project.image("small").getParent())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("image", "plan.json", "resolution.json", "cell.json");
        }
        LinkRequest generous = project.link(new LockUse(Optional.empty(), true, "60", ""), "small");
        assertThat(run(generous)).anyMatch(line -> line.contains("linked in"));

        // In the call that accepts, a link does not compare, and says so.
        assertThat(run(project.link(new LockUse(Optional.empty(), false, "1", ""), "small")))
                .contains("not compared with " + project.lock() + ", since whittle:lock is part of this call");

        // The lock is gone: nothing is compared, which is found out.
        Files.delete(project.lock());
        assertThat(link(project)).anyMatch(line -> line.contains("not linked again"));
        assertThat(link(project)).allMatch(line -> line.startsWith("unchanged: "));

        // One that is named and is not there is told each time.
        Path named = dir.resolve("locks/whittle.lock");
        LinkRequest elsewhere =
                project.link(new LockUse(Optional.of(named), true, "1", "mvn package whittle:lock"), "small");
        for (int i = 0; i < 2; i++) {
            Said said = new Said();
            LinkGoal.run(elsewhere, said);
            assertThat(String.join("\n", said.warnings))
                    .contains("whittle.lockFile is " + named + ", and there is no such file");
        }
        LockGoal.run(elsewhere, new Said());
        assertThat(LockReader.read(named).orElseThrow().profiles()).containsOnlyKeys("small");

        // What another build accepts while this one links is not lost.
        BuildLock another = BuildLock.ofFile(project.lock());
        CompletableFuture<Void> locking = CompletableFuture.runAsync(() -> lock(project.link("small")));
        try {
            // Long enough for a link that has nothing to do; if it were not, this would prove less and still be right.
            assertThatThrownBy(() -> locking.get(3, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(project.lock()).doesNotExist();
            Files.write(project.lock(), LockJson.bytes(Lock.empty().with("full", Platform.host(), full)));
        } finally {
            another.close();
        }
        locking.get();
        assertThat(read(project).profiles()).containsOnlyKeys("full", "small");

        // A profile that the catalogue no longer has is warned of, each time.
        Files.write(project.lock(), LockJson.bytes(read(named).with("former", Platform.host(), full)));
        for (int i = 0; i < 2; i++) {
            Said said = new Said();
            LinkGoal.run(project.link("small"), said);
            assertThat(String.join("\n", said.warnings))
                    .contains(project.lock() + " has profiles that " + project.catalog + " has not: former.");
        }
    }

    private static List<String> link(Project project) throws Exception {
        return run(project.link("small"));
    }

    private static List<String> run(LinkRequest request) throws Exception {
        Said said = new Said();
        LinkGoal.run(request, said);
        return said.lines;
    }

    private static void lock(LinkRequest request) {
        try {
            LockGoal.run(request, new Said());
        } catch (GoalException | IOException | InterruptedException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static String refusal(LinkRequest request) {
        GoalException refused = catchThrowableOfType(GoalException.class, () -> LinkGoal.run(request, new Said()));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.getMessage();
    }

    private static Lock read(Project project) throws Exception {
        return read(project.lock());
    }

    private static Lock read(Path file) throws Exception {
        return LockReader.read(file).orElseThrow();
    }

    private static long bytes(Path image) throws Exception {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
