package io.whittle.assembler.link;

import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.Scene;
import io.whittle.assembler.testing.TestJdk;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real image with a class path, started. */
@DisabledOnOs(OS.WINDOWS)
class ClassPathRunTest {
    private static final String CATALOG = """
            base: {artifacts: ['test:acme.app', 'test:lib.b', 'test:lib.a']}
            image: {launchers: {app: {main: acme.app.Main, args: [hello]}}}
            profiles: {small: {}}
            """;

    private static final String MAIN = """
            System.out.println(String.join(" ", args));
            System.out.println(Class.forName("lib.Twice").getMethod("said").invoke(null));
            System.out.println(Main.class.getModule().isNamed());
            """;

    @TempDir
    private Path dir;

    @Test
    void itStartsFromWhereverItLies() throws Exception {
        Path folder = dir.resolve("a path with spaces");
        ImagePlan plan = scene().plan();
        LinkedApp.link(folder, plan);
        Path image = folder.resolve("image");
        Path moved = Files.move(image, dir.resolve("moved (2)"), StandardCopyOption.ATOMIC_MOVE);
        Path link = Files.createSymbolicLink(dir.resolve("by link"), moved.resolve("bin/app"));

        // Both libraries have the class: the one that comes first on the path is taken.
        assertThat(run(link, "you")).isEqualTo("hello you\nfrom b\nfalse\n");
        assertThat(moved.resolve("lib/classpath/acme.app-1.jar"))
                .hasSameBinaryContentAs(plan.classPath().stream()
                        .filter(jar -> jar.artifact().equals("test:acme.app"))
                        .findFirst()
                        .orElseThrow()
                        .path());
    }

    @Test
    void aJarThatIsNotThePlannedOneIsNoticed() throws Exception {
        ImagePlan plan = scene().plan();
        LinkedApp.link(dir.resolve("out"), plan);
        Path image = dir.resolve("out/image");
        ImageProof.prove(plan, image);
        Files.writeString(image.resolve("lib/classpath/lib.a-1.jar"), "other");
        Files.delete(image.resolve("lib/classpath/lib.b-1.jar"));
        Files.writeString(image.resolve("lib/classpath/more.jar"), "more");
        Files.writeString(image.resolve("lib/classpath.jar"), "none");

        assertThatThrownBy(() -> ImageProof.prove(plan, image))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("lib/classpath/lib.a-1.jar has another sha-256")
                .hasMessageContaining("lib/classpath/lib.b-1.jar is not there")
                .hasMessageContaining("lib/classpath/more.jar is not planned")
                .hasMessageContaining("lib/classpath.jar does not name them in their order");
    }

    private Scene scene() {
        return new Scene(dir.resolve("jars"), CATALOG)
                .jdk(TestJdk.running())
                .on(Platform.host().toString())
                .with(module("lib.b").automatic().type("lib.Twice", says("b")))
                .with(module("acme.app").automatic().signed().main("acme.app.Main", MAIN))
                .with(module("lib.a").automatic().type("lib.Twice", says("a")));
    }

    private static String says(String name) {
        return "public static String said() { return \"from " + name + "\"; }";
    }

    private static String run(Path program, String argument) throws Exception {
        Process process = new ProcessBuilder(List.of(program.toString(), argument))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
