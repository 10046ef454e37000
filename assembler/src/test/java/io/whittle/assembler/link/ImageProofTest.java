package io.whittle.assembler.link;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.assembler.plan.Scene;
import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Arch;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A real image held against plans that say something else. */
@EnabledOnOs(OS.LINUX)
class ImageProofTest {
    private static final Platform FOREIGN =
            Platform.parse(Platform.host().arch() == Arch.ARM64 ? "linux/amd64" : "linux/arm64");

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

    @ParameterizedTest
    @ValueSource(strings = {"zip-6", "zip-0"})
    void aNativeFileOfAnotherProcessorAmongTheResources(String level) throws Exception {
        PathEntry jar = module("acme.app").main("acme.app.Main", "").jar(dir);
        byte[] padded = Arrays.copyOf(TestElf.of(FOREIGN).needs("libc.so.6").bytes(), 99_999);
        add(jar.path(), "acme/app/libx.so", padded);
        Scene scene = new Scene(dir.resolve("scene"), LinkedApp.CATALOG.replace("zip-6", level))
                .jdk(TestJdk.running())
                .on(Platform.host().toString())
                .with(module("acme.words"));
        ImagePlan cut = scene.with(jar).plan();
        SortedMap<String, PlannedModule> uncut = new TreeMap<>(cut.modules());
        uncut.put("acme.app", asItIs(cut.modules().get("acme.app")));
        ImagePlan doctored = with(uncut, cut.platform(), cut.jdk(), List.of(), cut.launchers());

        assertThatCode(() -> LinkedApp.link(dir.resolve("cut"), cut)).doesNotThrowAnyException();
        LinkException refused =
                catchThrowableOfType(LinkException.class, () -> LinkedApp.link(dir.resolve("uncut"), doctored));
        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.faults())
                .singleElement()
                .asString()
                .startsWith("The image holds native files that are not for " + Platform.host()
                        + ": acme/app/libx.so in module acme.app (ELF 64 bit, machine ");
        ImagePlan kept = keeping(doctored, "acme.app");
        assertThatCode(() -> LinkedApp.link(dir.resolve("kept"), kept)).doesNotThrowAnyException();
    }

    @Test
    void aNativeFileOfAnotherProcessorInAJarOfTheClassPath() throws Exception {
        PathEntry jar = module("acme.plain").automatic().pkg("acme.plain").jar(dir);
        add(
                jar.path(),
                "deep/down/libx.so",
                TestElf.of(FOREIGN).needs("libc.so.6").bytes());
        String catalog = "base: {artifacts: ['test:acme.plain']}\nprofiles: {small: {}}\n";
        Scene scene = new Scene(dir.resolve("scene"), catalog)
                .jdk(TestJdk.running())
                .on(Platform.host().toString());
        ImagePlan cut = scene.with(jar).plan();
        PlannedJar laid = cut.classPath().get(0);
        PlannedJar asItIs = new PlannedJar(
                laid.artifact(),
                laid.path(),
                laid.label(),
                laid.own(),
                laid.file(),
                ContentHash.of(jar.path()),
                laid.owner(),
                laid.via());
        ImagePlan doctored = new ImagePlan(
                cut.profile(),
                cut.platform(),
                cut.jdk(),
                cut.modules(),
                List.of(asItIs),
                cut.roots(),
                cut.keepsForeign(),
                cut.settings(),
                cut.launchers(),
                cut.forbidden(),
                cut.notes());

        assertThatCode(() -> LinkedApp.link(dir.resolve("cut"), cut)).doesNotThrowAnyException();
        LinkException refused =
                catchThrowableOfType(LinkException.class, () -> LinkedApp.link(dir.resolve("uncut"), doctored));
        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.faults())
                .singleElement()
                .asString()
                .contains("deep/down/libx.so in lib/classpath/", "None of them could be loaded.");

        Scene keeps = new Scene(dir.resolve("keeps"), "artifacts: {'test:acme.plain': {natives: all}}\n" + catalog)
                .jdk(TestJdk.running())
                .on(Platform.host().toString());
        ImagePlan kept = keeps.with(jar).plan();
        assertThat(kept.notes())
                .contains("test:acme.plain keeps 1 native file that is not for " + Platform.host()
                        + ", deep/down/libx.so");
        assertThatCode(() -> LinkedApp.link(dir.resolve("kept"), kept)).doesNotThrowAnyException();
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

    private static PlannedModule asItIs(PlannedModule module) {
        PlannedModule.FromPath found = (PlannedModule.FromPath) module.source();
        return new PlannedModule(
                module.name(),
                new PlannedModule.FromPath(found.path(), found.label(), found.own(), found.sha256()),
                module.owner(),
                module.via());
    }

    private static ImagePlan keeping(ImagePlan plan, String module) {
        return new ImagePlan(
                plan.profile(),
                plan.platform(),
                plan.jdk(),
                plan.modules(),
                plan.classPath(),
                plan.roots(),
                new TreeSet<>(List.of(module)),
                plan.settings(),
                plan.launchers(),
                plan.forbidden(),
                plan.notes());
    }

    private static void add(Path jar, String name, byte[] content) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Path file = zip.getPath(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
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
                plan.keepsForeign(),
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
