package io.whittle.assembler.goal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A model of another tool becomes a catalogue, whole or not at all. */
class ImportGoalTest {
    private static final String MODEL = "features\n\tShop\n\t\toptional\n\t\t\tDoor {price 3}\n\t\t\tBell\n"
            + "constraints\n\tBell => Door\n\t!Bell | !Door | Shop\n";

    @TempDir
    private Path dir;

    private Path uvl;
    private Path to;
    private final Said said = new Said();

    @BeforeEach
    void model() throws IOException {
        uvl = Files.writeString(dir.resolve("shop.uvl"), MODEL);
        to = dir.resolve("feature-tags.yaml");
    }

    @Test
    void whatIsWrittenResolves() throws Exception {
        ImportGoal.run(new ImportRequest(Optional.of(uvl), to), said);

        assertThat(said.lines)
                .containsExactly(
                        "model shop.uvl: features: 3; constraints across the tree: 2",
                        "catalogue: features: 3 and 1 internal; capabilities: 1",
                        "written to " + to);
        assertThat(said.warnings).singleElement().asString().contains("shop.uvl:4:10: warning", "'price'");
        ResolveGoal.run(
                new ResolveRequest(to, List.of("smallest"), List.of("linux/amd64"), dir.resolve("target"), "closure"),
                said);
        assertThat(String.join("\n", said.lines)).contains("1 of 4 features");
    }

    @Test
    void whatStandsThereIsNotReplaced() throws Exception {
        Files.writeString(to, "mine");
        GoalException refused = catchThrowableOfType(
                GoalException.class,
                () -> ImportGoal.run(new ImportRequest(Optional.of(dir.resolve("shp.uvl")), to), said));

        assertThat(refused.faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("replaces nothing") && fault.contains("-Dwhittle.to="))
                .anyMatch(fault -> fault.contains("shp.uvl:1:1: error: there is no such file"));
        assertThat(to).hasContent("mine");
    }

    @Test
    void aModelWithFaultsWritesNothing() throws Exception {
        Files.writeString(uvl, MODEL.replace("=> Door", "=> Dor"));
        GoalException refused = catchThrowableOfType(
                GoalException.class, () -> ImportGoal.run(new ImportRequest(Optional.of(uvl), to), said));

        assertThat(refused).hasMessageContaining("shop.uvl:7:10: error").hasMessageContaining("did you mean 'Door'?");
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(uvl);
        }
    }

    @Test
    void noModelIsTold() {
        assertThat(catchThrowableOfType(
                        GoalException.class, () -> ImportGoal.run(new ImportRequest(Optional.empty(), to), said)))
                .hasMessageContaining("-Dwhittle.uvl=<file>");
    }
}
