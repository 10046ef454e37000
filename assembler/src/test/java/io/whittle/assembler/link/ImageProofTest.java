package io.whittle.assembler.link;

import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestElf;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @TempDir
    private Path dir;

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
                faults(with(plan.modules(), Platform.parse("linux/riscv64"), plan.jdk(), List.of(), plan.launchers()));

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("The image is not for linux/riscv64: ")
                .contains("bin/java", "ELF", "and ", "-Dwhittle.jdk=linux/riscv64=<folder>");
    }

    @Test
    void anotherOperatingSystem() {
        assertThat(faults(
                        with(plan.modules(), Platform.parse("windows/amd64"), plan.jdk(), List.of(), plan.launchers())))
                .anyMatch(fault -> fault.startsWith("The image is not for windows/amd64: "))
                .anyMatch(fault -> fault.startsWith("The image has no bin/java.exe"))
                .anyMatch(fault -> fault.startsWith("The image has no launcher bin/app.cmd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"freebsd/amd64", "openbsd/amd64", "netbsd/amd64", "linux/amd64/musl", "linux/amd64"})
    void anotherSystemOfTheSameFormatAndProcessor(String text) throws IOException {
        Platform platform = Platform.parse(text);
        Path image = imageOf(TestElf.program(platform), TestElf.of(platform).bytes());
        for (Platform other : Platform.all()) {
            ImagePlan doctored = on(other);
            if (other.os() == platform.os()
                    && other.arch() == platform.arch()
                    && other.libc().equals(platform.libc())) {
                assertThatCode(() -> ImageProof.prove(doctored, image)).doesNotThrowAnyException();
            } else {
                assertThat(faults(doctored, image))
                        .as("an image for %s is none for %s", platform, other)
                        .anyMatch(fault -> fault.startsWith("The image is not for " + other + ": bin"));
            }
        }
    }

    @Test
    void anImageInWhichNothingTellsItsSystemIsNotProved() throws IOException {
        byte[] silent = TestElf.of(Platform.parse("linux/amd64")).bytes();
        assertThat(faults(on(Platform.parse("linux/amd64")), imageOf(silent, silent)))
                .singleElement()
                .asString()
                .startsWith("Nothing in the image says for which system it is: ")
                .contains("Name a JDK for linux/amd64 with -Dwhittle.jdk=linux/amd64=<folder>.");
    }

    @Test
    void aLibraryOfAnotherSystemIsFoundBesideARightProgram() throws IOException {
        Platform platform = Platform.parse("linux/amd64");
        byte[] library = TestElf.of(platform).note("FreeBSD", 1, 1302001).bytes();
        assertThat(faults(on(platform), imageOf(TestElf.program(platform), library)))
                .singleElement()
                .asString()
                .startsWith("The image is not for linux/amd64: lib/libjvm.so (ELF 64 bit, machine amd64).");
    }

    @Test
    void modulesInTheByteOrderOfTheHost() throws IOException {
        Platform platform = Platform.parse("linux/s390x");
        assertThat(faults(on(platform), imageOf(TestElf.program(platform), new byte[0])))
                .singleElement()
                .asString()
                .startsWith("The image's lib/modules is not in the byte order of linux/s390x");
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

    private ImagePlan on(Platform platform) {
        return with(plan.modules(), platform, plan.jdk(), List.of(), List.of());
    }

    /** The modules of the real image, and native files made by hand. */
    private Path imageOf(byte[] java, byte[] library) throws IOException {
        Path image = Files.createDirectories(dir.resolve("image"));
        Files.createDirectories(image.resolve("lib"));
        Files.createSymbolicLink(image.resolve("lib/modules"), LinkedApp.image().resolve("lib/modules"));
        Files.copy(LinkedApp.image().resolve("release"), image.resolve("release"));
        Files.write(Files.createDirectories(image.resolve("bin")).resolve("java"), java);
        Files.write(image.resolve("lib/libjvm.so"), library);
        return image;
    }

    private ImagePlan with(
            SortedMap<String, PlannedModule> modules,
            Platform platform,
            ImagePlan.Jdk jdk,
            List<String> forbidden,
            List<Launcher> launchers) {
        return new ImagePlan(
                plan.profile(),
                platform,
                jdk,
                modules,
                plan.classPath(),
                plan.roots(),
                plan.settings(),
                launchers,
                forbidden,
                List.of());
    }

    private static void refusal(String golden, ImagePlan doctored) {
        Golden.hold("messages/" + golden, String.join("\n\n", faults(doctored)) + "\n");
    }

    private static List<String> faults(ImagePlan doctored) {
        return faults(doctored, LinkedApp.image());
    }

    private static List<String> faults(ImagePlan doctored, Path image) {
        LinkException refused = catchThrowableOfType(LinkException.class, () -> ImageProof.prove(doctored, image));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.faults();
    }
}
