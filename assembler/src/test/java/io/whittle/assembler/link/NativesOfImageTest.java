package io.whittle.assembler.link;

import com.github.luben.zstd.Zstd;
import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanJson;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;
import io.whittle.assembler.plan.Scene;
import io.whittle.assembler.testing.TestElf;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.assembler.testing.TestModule;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Native files of jars, cut down to an image's and laid in it. */
class NativesOfImageTest {
    private static final String CATALOG = """
            base: {modules: [acme.app]}
            image: {launchers: {app: {module: acme.app, main: acme.app.Main, jvm: [-Dmine=1]}}}
            profiles: {small: {}}
            """;
    private static final String ALL = "artifacts: {'test:acme.app': {natives: all}}\n" + CATALOG;

    @TempDir
    private Path dir;

    @Test
    void whatIsForOtherPlatformsIsLeftOut() throws Exception {
        ImagePlan plan = scene(CATALOG).plan();
        PlannedModule.Copy copy = plan.modules().get("acme.app").copy().orElseThrow();

        assertThat(entries(copy.path())).contains("x/linux-amd64/libx.so", "acme/app/Main.class", "module-info.class");
        assertThat(entries(copy.path())).doesNotContain("x/linux-arm64/libx.so", "x/freebsd/libx.so");
        assertThat(copy.changes()).extracting(JarChange::kind).containsExactly(JarChange.Kind.NATIVES_CUT);
        assertThat(copy.changes().get(0).detail())
                .startsWith("2 native files of ")
                .endsWith(" that are not for linux/amd64 are left out");
        assertThat(plan.natives().laid()).as("how acme.app loads is not known").isEmpty();
        assertThat(plan.notes())
                .containsExactly("acme.app is linked from a changed copy of test:acme.app:1:"
                        + " native files for other platforms were left out");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void eachPlatformHasACopyOfItsOwnAndTheSameOneTheSame() throws Exception {
        Scene scene = scene(CATALOG);
        PlannedModule.Copy amd64 = copy(scene);
        byte[] bytes = Files.readAllBytes(amd64.path());
        Files.delete(amd64.path());

        assertThat(Files.readAllBytes(copy(scene).path())).isEqualTo(bytes);
        PlannedModule.Copy arm64 = copy(scene.on("linux/arm64"));
        assertThat(arm64.key()).isNotEqualTo(amd64.key());
        assertThat(entries(arm64.path())).contains("x/linux-arm64/libx.so");
    }

    @Test
    void packagesThatHadNothingElseLeaveTheDescriptor() throws Exception {
        PathEntry jar = app().jar(dir);
        add(
                jar.path(),
                Map.of(
                        "x/amd64/libx.so", elf("linux/amd64").needs("libc.so.6").bytes(),
                        "x/arm64/libx.so", elf("linux/arm64").needs("libc.so.6").bytes(),
                        "META-INF/versions/9/module-info.class", entry(jar.path(), "module-info.class")));
        Path copy = copy(new Scene(dir, CATALOG).with(jar)).path();

        assertThat(ModuleDescriptor.read(ByteBuffer.wrap(entry(copy, "module-info.class")))
                        .packages())
                .containsExactlyInAnyOrder("acme.app", "x.amd64");
        assertThat(entries(copy)).doesNotContain("META-INF/versions/9/module-info.class");
    }

    @Test
    void theCatalogueKeepsAllWhereItSaysSo() throws Exception {
        ImagePlan plan = scene(ALL).plan();

        assertThat(plan.modules().get("acme.app").copy()).isEmpty();
        assertThat(plan.notes())
                .containsExactly(
                        "acme.app keeps 2 native files that are not for linux/amd64, such as x/freebsd/libx.so");
    }

    @Test
    void whatAMergedJarKeepsIsTheModulesThatHoldsIt() throws Exception {
        PathEntry one =
                module("acme.one").automatic().type("acme.shared.One", "").jar(dir);
        PathEntry two =
                module("acme.two").automatic().type("acme.shared.Two", "").jar(dir);
        add(
                two.path(),
                Map.of("x/libx.so", elf("linux/arm64").needs("libc.so.6").bytes()));
        ImagePlan plan = new Scene(dir, "artifacts: {'test:acme.two': {natives: all}}\n" + CATALOG)
                .with(app().requires("acme.one", "acme.two"))
                .with(one)
                .with(two)
                .plan();

        assertThat(plan.notes()).contains("acme.one keeps 1 native file that is not for linux/amd64, x/libx.so");
        assertThat(plan.keepsForeign()).containsExactly("acme.one");
    }

    @Test
    void aFolderIsNotCutAndThatIsSaid() throws Exception {
        PathEntry folder = app().folder(dir);
        Path file = folder.path().resolve("x/libx.so");
        Files.createDirectories(file.getParent());
        Files.write(file, elf("linux/arm64").bytes());

        ImagePlan plan = new Scene(dir, CATALOG).with(folder).plan();
        assertThat(plan.modules().get("acme.app").copy()).isEmpty();
        assertThat(plan.notes()).containsExactly("acme.app keeps 1 native file that is not for linux/amd64, x/libx.so");
    }

    @Test
    void aJarWithNothingForThePlatformIsAWarning() throws Exception {
        ImagePlan plan = scene(CATALOG).on("linux/riscv64").plan();

        assertThat(plan.warnings())
                .containsExactly(
                        "acme.app: its native files are for freebsd/amd64, linux/amd64, linux/arm64, and none is for"
                                + " linux/riscv64: code that loads one fails there");
        assertThat(entries(plan.modules().get("acme.app").copy().orElseThrow().path()))
                .noneMatch(name -> name.endsWith(".so"));
    }

    @Test
    void aJarThatIsAllForThePlatformIsLinkedAsItIs() throws Exception {
        PathEntry jar = app().jar(dir);
        add(
                jar.path(),
                Map.of(
                        "x/libx.so",
                        TestElf.of(Platform.parse("linux/amd64"))
                                .needs("libc.so.6")
                                .bytes()));

        assertThat(new Scene(dir, CATALOG)
                        .with(jar)
                        .plan()
                        .modules()
                        .get("acme.app")
                        .copy())
                .isEmpty();
    }

    @Test
    void aJarOfTheClassPathIsCutToo() throws Exception {
        PathEntry jar = module("acme.plain").automatic().pkg("acme.plain").jar(dir);
        add(
                jar.path(),
                Map.of(
                        "x/linux/libx.so", elf("linux/amd64").needs("libc.so.6").bytes(),
                        "x/mac/libx.so", elf("freebsd/amd64").osAbi(9).bytes()));
        ImagePlan plan = new Scene(dir, """
                        base: {artifacts: ['test:acme.plain']}
                        profiles: {small: {}}
                        """).with(jar).plan();
        PlannedJar planned = plan.classPath().get(0);

        assertThat(entries(planned.laid().source())).contains("x/linux/libx.so").doesNotContain("x/mac/libx.so");
        assertThat(plan.changed().get("test:acme.plain"))
                .singleElement()
                .asString()
                .startsWith("natives-cut: 1 native file of ")
                .endsWith(" that is not for linux/amd64 is left out");
        assertThat(planned.sha256()).isEqualTo(ContentHash.of(planned.laid().source()));
        assertThat(plan.notes())
                .contains("test:acme.plain is linked from a changed copy of test:acme.plain:1:"
                        + " native files for other platforms were left out");
        assertThat(new String(PlanJson.bytes(plan), StandardCharsets.UTF_8)).contains("\"natives-cut\"");
    }

    @Test
    void aSignatureThatIsLostIsSaid() throws Exception {
        PathEntry plain = module("acme.plain").automatic().pkg("acme.plain").jar(dir);
        PathEntry app = app().jar(dir);
        for (PathEntry jar : List.of(plain, app)) {
            add(
                    jar.path(),
                    Map.of(
                            "META-INF/ACME.SF", new byte[] {'\n'},
                            "META-INF/ACME.RSA", new byte[] {1},
                            "x/linux/libx.so",
                                    elf("linux/arm64").needs("libc.so.6").bytes()));
        }
        ImagePlan plan = new Scene(
                        dir, "base: {modules: [acme.app], artifacts: ['test:acme.plain']}\nprofiles: {small: {}}\n")
                .with(plain)
                .with(app)
                .ignoringSignatures()
                .plan();

        assertThat(plan.classPath().get(0).copy().orElseThrow().changes())
                .extracting(JarChange::kind)
                .contains(JarChange.Kind.SIGNATURE_DROPPED);
        assertThat(plan.modules().get("acme.app").copy().orElseThrow().changes())
                .extracting(JarChange::kind)
                .containsOnlyOnce(JarChange.Kind.SIGNATURE_DROPPED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLibraryThatIsKnownLoadsItsFileFromTheImage() throws Exception {
        Path jar = Path.of(
                Zstd.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        PathEntry zstd = new PathEntry(jar, "com.github.luben:zstd-jni:1");
        Scene scene = new Scene(dir, CATALOG)
                .jdk(TestJdk.running())
                .on(Platform.host().toString())
                .with(zstd)
                .with(app("""
                        Class<?> zstd = Class.forName("com.github.luben.zstd.Zstd");
                        System.out.println(((byte[]) zstd.getMethod("compress", byte[].class).invoke(null, new byte[9999])).length < 99);
                        System.out.println(java.nio.file.Files.readString(java.nio.file.Path.of("/proc/self/maps"))
                                .contains(System.getProperty("java.home") + "/lib/libzstd-jni-"));
                        """).requires("com.github.luben.zstd_jni"));
        ImagePlan plan = scene.plan();
        ImageLink link = new ImageLink(dir.resolve("out"), LinkMeans.PLAIN);
        link.make(
                plan,
                "{}".getBytes(StandardCharsets.UTF_8),
                TestJdk.running(),
                false,
                "test",
                image -> true,
                line -> {});

        assertThat(plan.natives().laid()).hasSize(1);
        assertThat(new String(PlanJson.bytes(plan), StandardCharsets.UTF_8))
                .contains("\"laid\"", "\"lib/" + plan.natives().laid().get(0).name() + "\"");
        // JDK 24 and later warn first that a library is loaded.
        assertThat(run(link.image().resolve("bin/app"))).endsWith("true\ntrue\n");
    }

    private Scene scene(String catalog) throws IOException {
        PathEntry jar = app().jar(dir);
        add(
                jar.path(),
                Map.of(
                        "x/linux-amd64/libx.so",
                                elf("linux/amd64").needs("libc.so.6").bytes(),
                        "x/linux-arm64/libx.so",
                                elf("linux/arm64").needs("libc.so.6").bytes(),
                        "x/freebsd/libx.so", elf("linux/amd64").osAbi(9).bytes()));
        return new Scene(dir, catalog).with(jar);
    }

    private static TestModule app() {
        return app("");
    }

    private static TestModule app(String body) {
        return module("acme.app").main("acme.app.Main", body);
    }

    private static TestElf elf(String platform) {
        return TestElf.of(Platform.parse(platform));
    }

    private static PlannedModule.Copy copy(Scene scene) throws LinkException {
        return scene.plan().modules().get("acme.app").copy().orElseThrow();
    }

    private static void add(Path jar, Map<String, byte[]> files) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = zip.getPath(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    private static byte[] entry(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String run(Path program) throws IOException {
        Process process =
                new ProcessBuilder(program.toString()).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
