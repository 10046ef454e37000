package io.whittle.assembler.link;

import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A real image held against plans that say something else. */
@EnabledOnOs(OS.LINUX)
class ImageProofTest {
    private final ImagePlan plan = LinkedApp.plan();

    @Test
    void theImageOfThisPlanIsProved() {
        assertThatCode(() -> ImageProof.prove(plan, LinkedApp.image())).doesNotThrowAnyException();
    }

    @Test
    void aModuleOfThePlanThatTheImageLacks() {
        SortedMap<String, PlannedModule> modules = new TreeMap<>(plan.modules());
        modules.put(
                "acme.gone",
                new PlannedModule("acme.gone", new PlannedModule.FromJdk(), Optional.empty(), Optional.empty()));
        refusal("image-lacks-module.txt", with(modules, plan.platform(), plan.jdk(), List.of(), plan.launchers()));
    }

    @Test
    void aModuleOfTheImageThatIsNotPlanned() {
        SortedMap<String, PlannedModule> modules = new TreeMap<>(plan.modules());
        modules.remove("acme.app");
        refusal("image-holds-more.txt", with(modules, plan.platform(), plan.jdk(), List.of(), plan.launchers()));
    }

    @Test
    void aForbiddenModule() {
        refusal(
                "image-holds-forbidden.txt",
                with(plan.modules(), plan.platform(), plan.jdk(), List.of("acme.app"), plan.launchers()));
    }

    @Test
    void anotherProcessor() {
        List<String> faults =
                faults(with(plan.modules(), Platform.parse("linux/s390x"), plan.jdk(), List.of(), plan.launchers()));

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("The image is not for linux/s390x: ")
                .contains("bin/java", "ELF", "and ", "-Dwhittle.jdk=<folder>");
    }

    @Test
    void anotherOperatingSystem() {
        assertThat(faults(
                        with(plan.modules(), Platform.parse("windows/amd64"), plan.jdk(), List.of(), plan.launchers())))
                .anyMatch(fault -> fault.startsWith("The image is not for windows/amd64: "))
                .anyMatch(fault -> fault.startsWith("The image has no bin/java.exe"))
                .anyMatch(fault -> fault.startsWith("The image has no launcher bin/app.cmd"));
    }

    @Test
    void anotherVersion() {
        ImagePlan.Jdk other =
                new ImagePlan.Jdk("17.0.1", 17, Optional.empty(), plan.jdk().sha256());
        List<String> faults = faults(with(plan.modules(), plan.platform(), other, List.of(), plan.launchers()));

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("The image's java.base is of Java " + plan.jdk().version() + ", the plan's of 17.0.1: ");
    }

    @Test
    void aLauncherThatIsNotThere() {
        refusal(
                "image-lacks-launcher.txt",
                with(
                        plan.modules(),
                        plan.platform(),
                        plan.jdk(),
                        List.of(),
                        List.of(LauncherScriptTest.launcher("other", List.of(), List.of()))));
    }

    @Test
    void everyFaultSaysWhatToDo() {
        ImagePlan.Jdk other =
                new ImagePlan.Jdk("17.0.1", 17, Optional.empty(), plan.jdk().sha256());
        SortedMap<String, PlannedModule> modules = new TreeMap<>();
        modules.put(
                "acme.gone",
                new PlannedModule("acme.gone", new PlannedModule.FromJdk(), Optional.empty(), Optional.empty()));
        List<String> faults = faults(with(
                modules,
                Platform.parse("windows/arm64"),
                other,
                List.of("java.base"),
                List.of(LauncherScriptTest.launcher("other", List.of(), List.of()))));

        assertThat(faults).hasSize(7).allSatisfy(fault -> assertThat(fault).contains("\n  "));
    }

    private ImagePlan with(
            SortedMap<String, PlannedModule> modules,
            Platform platform,
            ImagePlan.Jdk jdk,
            List<String> forbidden,
            List<Launcher> launchers) {
        return new ImagePlan(
                plan.profile(), platform, jdk, modules, plan.roots(), plan.settings(), launchers, forbidden, List.of());
    }

    private static void refusal(String golden, ImagePlan doctored) {
        Golden.hold("messages/" + golden, String.join("\n\n", faults(doctored)) + "\n");
    }

    private static List<String> faults(ImagePlan doctored) {
        LinkException refused =
                catchThrowableOfType(LinkException.class, () -> ImageProof.prove(doctored, LinkedApp.image()));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.faults();
    }
}
