package io.whittle.assembler.cds;

import io.whittle.assembler.plan.ClassArchive;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of an archive before anything is linked. */
class CdsRefusalTest {
    private static final Platform FOREIGN = Platform.parse("linux/s390x");

    @Test
    void aPlatformThatNothingRunsIsRefusedWithWhatToDo() {
        assertThat(CdsArchive.refusal(plan(FOREIGN, "app", 17, "starts"), Map.of()))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith(
                                "cds is app, but the archive of classes is made by the image's own JVM, and this machine runs"
                                        + " none for linux/s390x.\n  ")
                        .contains("<linux-s390x>qemu", "cds: none in the image of profile small"));
    }

    @Test
    void onesThatARunnerOrThisMachineRunsAreNot() {
        assertThat(CdsArchive.refusal(plan(FOREIGN, "jdk", 17), Map.of(FOREIGN, List.of("qemu-s390x-static"))))
                .isEmpty();
        assertThat(CdsArchive.refusal(plan(Platform.host(), "jdk", 17), Map.of()))
                .isEmpty();
        assertThat(CdsArchive.refusal(plan(FOREIGN, "none", 17), Map.of())).isEmpty();
    }

    @Test
    void anApplicationOfWhichNothingIsStartedIsRefused() {
        assertThat(CdsArchive.refusal(plan(Platform.host(), "app", 17), Map.of()))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith(
                                "cds is app, but nothing tells which classes the application loads: the image has no launcher")
                        .endsWith("or write cds: jdk or cds: none in the image of profile small."));
        assertThat(CdsArchive.refusal(plan(Platform.host(), "app", 17, "starts"), Map.of()))
                .isEmpty();
    }

    @Test
    void archivesOfClassesAreNotCompared() {
        assertThat(unstable(plan(Platform.host(), "jdk", 17))).contains("lib/server/classes.jsa");
        assertThat(unstable(plan(Platform.host(), "app", 25))).contains("lib/server/classes.jsa");
        assertThat(unstable(plan(Platform.host(), "none", 17))).isEmpty();
    }

    @Test
    void classesOfTheClassPathAreSaidToBeLeftOut() {
        PlannedJar jar = new PlannedJar(
                "acme:pool",
                Path.of("pool.jar"),
                "acme:pool:1",
                false,
                "pool.jar",
                "",
                Optional.empty(),
                Optional.empty());

        assertThat(CdsArchive.leftOut(plan(Platform.host(), "app", 17, List.of(jar))))
                .hasValueSatisfying(said -> assertThat(said).startsWith("  without classes of the class path (1 jar)"));
        assertThat(CdsArchive.leftOut(plan(Platform.host(), "jdk", 17, List.of(jar))))
                .isEmpty();
        assertThat(CdsArchive.leftOut(plan(Platform.host(), "app", 17))).isEmpty();
    }

    private static Iterable<String> unstable(ImagePlan plan) {
        // None of the rest is looked at.
        FeatureCatalog catalog = null;
        return new CdsArchive(catalog, null, List.of(), said -> {}, command -> {}).unstable(plan);
    }

    private static ImagePlan plan(Platform platform, String word, int java, String... train) {
        return plan(platform, word, java, List.of(), train);
    }

    private static ImagePlan plan(Platform platform, String word, int java, List<PlannedJar> jars, String... train) {
        return new ImagePlan(
                "small",
                platform,
                new ImagePlan.Jdk(java + ".0.1", java, Optional.empty(), ""),
                new TreeMap<>(),
                jars,
                List.of(),
                new TreeSet<>(),
                new ImageSettings(Optional.empty(), List.of(), List.of(), new ClassArchive(word, List.of(train))),
                List.of(),
                List.of(),
                List.of());
    }
}
