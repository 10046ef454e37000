package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is found in a catalogue, told, written, and failed for. */
class ValidateGoalTest {
    private static final String NEEDLESS = """
            schema: 1
            features:
              cli: {requires: [api, http]}
              api: {requires: [http]}
              http: {}
            checks: {ping: {run: [ping]}}
            profiles: {small: {include: [cli]}}
            """;

    @TempDir
    private Path dir;

    private final Said said = new Said();

    @Test
    void warningsAreToldAndWrittenAndFailNothing() throws Exception {
        ValidateGoal.run(request(NEEDLESS, false), said);

        assertThat(said.warnings)
                .anySatisfy(
                        warning -> assertThat(warning).contains("feature-tags.yaml:6:10: warning: ", "[unused-check]"));
        assertThat(said.lines)
                .anySatisfy(
                        line -> assertThat(line).contains("feature-tags.yaml:3:25: info: ", "[implied-requirement]"))
                .last()
                .asString()
                .matches("no errors, [12] warnings? and 1 info on linux/amd64");
        assertThat(dir.resolve("target/validation.json")).content().contains("\"implied-requirement\"");
    }

    @Test
    void warningsFailWhereThatIsWanted() {
        GoalException refused =
                catchThrowableOfType(GoalException.class, () -> ValidateGoal.run(request(NEEDLESS, true), said));

        assertThat(refused.faults()).singleElement().asString().contains("whittle.failOnWarnings is true");
        assertThat(dir.resolve("target/validation.json")).exists();
    }

    @Test
    void errorsFailAllAtOnceAfterEverythingIsWritten() {
        GoalException refused =
                catchThrowableOfType(GoalException.class, () -> ValidateGoal.run(request("""
                        schema: 1
                        features:
                          tap: {requires: [gro], conflicts: [gro]}
                          gro: {}
                        profiles: {small: {include: [gro]}}
                        """, false), said));

        assertThat(refused.faults()).singleElement().asString().contains(":3:3: error: ", "[dead-feature]");
        assertThat(dir.resolve("target/validation.json")).content().contains("\"dead-feature\"");
    }

    @Test
    void ofManyInfosTheFirstAreTold() throws Exception {
        StringBuilder text = new StringBuilder("schema: 1\nfeatures:\n");
        for (int i = 0; i < 25; i++) {
            text.append("  f").append(i).append(": {}\n");
        }
        ValidateGoal.run(request(text + "profiles: {none: {include: []}}\n", true), said);

        assertThat(said.lines)
                .contains("and 5 more [unused-feature]")
                .filteredOn(line -> line.contains(": info: "))
                .hasSize(20);
    }

    private ValidateRequest request(String text, boolean failOnWarnings) throws IOException {
        Path catalog = Files.writeString(dir.resolve("feature-tags.yaml"), text);
        return new ValidateRequest(catalog, List.of("linux/amd64"), dir.resolve("target"), failOnWarnings);
    }
}
