package io.whittle.assembler.goal;

import io.whittle.assembler.bisect.Answer;
import io.whittle.assembler.bisect.BisectionResult;
import io.whittle.assembler.bisect.BisectionResult.Healed;
import io.whittle.assembler.bisect.BisectionResult.ImagePasses;
import io.whittle.assembler.bisect.Confirmation;
import io.whittle.assembler.bisect.Runs;
import io.whittle.assembler.heal.Diagnosis;
import io.whittle.assembler.heal.ImagePart;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What an image lacks is declared where it belongs and does no harm, or not at all. */
class BisectFixTest {
    private static final String CATALOG = """
            schema: 1
            features:
              app: {}   # what people start
              clerk: {}
              stack: {}
              linuxonly: {platforms: linux}
            profiles:
              small: {include: [app]}
              tiny: {include: [app], exclude: [clerk]}
              foreign: {include: [app], platforms: [macos/arm64]}
              full: {include: all}
            """;
    private static final ImagePart STACK = ImagePart.feature("stack");

    @TempDir
    private Path dir;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(dir.resolve("feature-tags.yaml"), CATALOG);
    }

    @Test
    void featuresAndModulesGoToTheFeatureThatAsksWithTheReason() throws Exception {
        Said said = new Said();

        mend(healed(STACK, ImagePart.jdkModule("jdk.zipfs")), List.of("app"), Optional.empty(), said);

        assertThat(Files.readString(file))
                .contains("app: {requires: [stack], jdkModules: [jdk.zipfs]}   # what people start");
        assertThat(said.lines).contains("  features.app.requires: stack", "  features.app.jdkModules: jdk.zipfs");
    }

    @Test
    void whereNoFeatureAsksBaseDoes() throws Exception {
        mend(healed(ImagePart.jdkModule("jdk.zipfs")), List.of(), Optional.empty(), new Said());

        assertThat(Files.readString(file)).contains("base:\n").contains("jdkModules: [jdk.zipfs]");
    }

    @Test
    void ofSeveralThatMayBeMeantOneHasToBeNamed() throws Exception {
        assertThat(refused(healed(STACK), List.of("app", "clerk"), Optional.empty()))
                .singleElement()
                .asString()
                .contains("is about app, clerk", "-Dwhittle.feature");

        mend(healed(STACK), List.of("app", "clerk"), Optional.of("app"), new Said());
        assertThat(Files.readString(file)).contains("app: {requires: [stack]}");
    }

    @Test
    void aFeatureThatIsOutIsNoneToDeclareAt() {
        assertThat(refused(healed(STACK), List.of("app"), Optional.of("clerk")))
                .singleElement()
                .asString()
                .contains("clerk, which is not in small on linux/amd64");
    }

    @Test
    void whatWouldCostAnotherProfileIsNotWritten() {
        assertThat(refused(healed(ImagePart.feature("clerk")), List.of("app"), Optional.empty()))
                .singleElement()
                .asString()
                .contains("tiny on ", " could not be had any more");
        assertThat(refused(healed(ImagePart.feature("linuxonly")), List.of("app"), Optional.empty()))
                .singleElement()
                .asString()
                .contains("foreign on macos/arm64 could not be had any more", "full on macos/arm64 would lose app");
    }

    @Test
    void whereNothingIsMissingNothingIsWritten() throws Exception {
        Said said = new Said();

        mend(new ImagePasses<>(new Runs<>(List.of(), Duration.ZERO)), List.of("app"), Optional.empty(), said);

        assertThat(said.lines).singleElement().asString().contains("nothing is added");
        assertThat(file).hasContent(CATALOG);
    }

    private List<String> refused(BisectionResult<ImagePart> result, List<String> askers, Optional<String> named) {
        GoalException refusal =
                catchThrowableOfType(GoalException.class, () -> mend(result, askers, named, new Said()));
        assertThat(file).hasContent(CATALOG);
        return refusal.faults();
    }

    private void mend(BisectionResult<ImagePart> result, List<String> askers, Optional<String> named, Said said)
            throws Exception {
        Diagnosis diagnosis = new Diagnosis(
                "works",
                "small",
                Platform.parse("linux/amd64"),
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty(),
                result,
                result.runs(),
                new TreeSet<>(),
                List.of(),
                List.of(),
                askers);
        new BisectFix(file, said).mend(diagnosis, named);
    }

    private static BisectionResult<ImagePart> healed(ImagePart... culprits) {
        return new Healed<>(
                new Answer<>(List.of(culprits), Set.of(culprits)),
                List.of(),
                true,
                Optional.empty(),
                false,
                List.of(),
                Confirmation.CONFIRMED,
                new Runs<>(List.of(), Duration.ZERO));
    }
}
