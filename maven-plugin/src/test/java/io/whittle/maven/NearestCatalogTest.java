package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class NearestCatalogTest {
    @TempDir
    private Path dir;

    private Path top;
    private Path part;

    @BeforeEach
    void folders() throws IOException {
        top = dir.resolve("top");
        part = Files.createDirectories(top.resolve("parts/part"));
    }

    @Test
    void itIsThatOfTheBuildOfWhichTheProjectIsAPart() throws Exception {
        Path catalog = catalog(top);

        assertThat(NearestCatalog.inProject(part, Stream.of(part, top)).get()).isEqualTo(catalog);
        assertThat(NearestCatalog.inProject(part, Stream.of(top, dir.resolve("elsewhere")))
                        .get())
                .isEqualTo(catalog);
    }

    @Test
    void theNearestCounts() throws Exception {
        catalog(top);
        Path nearest = catalog(part);

        assertThat(NearestCatalog.inProject(part, Stream.of(top)).get()).isEqualTo(nearest);
    }

    @Test
    void whatLiesAboveTheTopIsAnothersProject() throws Exception {
        catalog(dir);

        assertThat(NearestCatalog.inProject(part, Stream.of(part, top)).find()).isEmpty();
        assertThat(catchThrowableOfType(
                                GoalException.class,
                                () -> NearestCatalog.inProject(part, Stream.of(top))
                                        .get())
                        .faults())
                .singleElement()
                .asString()
                .startsWith("There is no feature-tags.yaml in " + part + " or above it, up to " + top + ".\n")
                .contains("-Dwhittle.catalog=<file>");
    }

    @Test
    void withoutAProjectTheTopOfTheCheckoutIsTheEnd() throws Exception {
        Path catalog = catalog(dir);
        assertThat(NearestCatalog.outside(part).find()).contains(catalog);

        Files.createDirectories(top.resolve(".git"));
        assertThat(NearestCatalog.outside(part).find()).isEmpty();
        assertThat(NearestCatalog.outside(part).top()).isEqualTo(top);
    }

    private static Path catalog(Path folder) throws IOException {
        return Files.writeString(folder.resolve("feature-tags.yaml"), "schema: 1\n");
    }
}
