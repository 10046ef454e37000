package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether anything has changed is answered before a parser or a graph is loaded. */
@DisabledOnOs(OS.WINDOWS)
class FastPathTest {
    @TempDir
    private Path dir;

    @Test
    void anUnchangedProjectLoadsNoParserAndNoGraph() throws Exception {
        Project project = new Project(dir);
        Path first = dir.resolve("first.log");
        Path second = dir.resolve("second.log");
        LockGoal.run(project.link("small"), new Said());

        assertThat(run(project, first)).contains("linked in");
        assertThat(run(project, second)).startsWith("unchanged: small for ").hasLineCount(1);

        // The log tells what is loaded, or this would prove nothing.
        assertThat(classes(first))
                .anyMatch(name -> name.startsWith("tools.jackson."))
                .anyMatch(name -> name.startsWith("org.snakeyaml."))
                .anyMatch(name -> name.startsWith("freemarker."))
                .anyMatch(name -> name.startsWith("io.whittle.graph.resolve."))
                .anyMatch(name -> name.startsWith("io.whittle.assembler.lock."));
        assertThat(classes(second))
                .contains("io.whittle.assembler.goal.LinkGoal", "io.whittle.assembler.fresh.GoalRecord")
                .noneMatch(name -> name.startsWith("tools.jackson.")
                        || name.startsWith("com.fasterxml.")
                        || name.startsWith("org.snakeyaml.")
                        || name.startsWith("org.logicng.")
                        || name.startsWith("freemarker.")
                        || name.startsWith("io.whittle.graph.")
                        || name.startsWith("io.whittle.assembler.plan.")
                        || name.startsWith("io.whittle.assembler.link.")
                        || name.startsWith("io.whittle.assembler.jimage.")
                        || name.startsWith("io.whittle.assembler.lock."));
    }

    private static String run(Project project, Path log) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                TestJdk.home().resolve("bin/java").toString(),
                // With an archive of classes the log names some that are only mapped.
                "-Xshare:off",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                LinkOnce.class.getName(),
                project.catalog.toString(),
                project.output.toString(),
                TestJdk.home().toString(),
                Project.host(),
                "small"));
        project.path.forEach(entry -> command.add(entry.path().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> classes(Path log) throws Exception {
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst("^\\S*\\s*(\\[[^]]*]\\s*)*", ""))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }
}
