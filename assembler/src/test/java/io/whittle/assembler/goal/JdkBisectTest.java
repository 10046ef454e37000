package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A program of whose needs of the JDK no descriptor tells, in an image of java.base only. */
@DisabledOnOs(OS.WINDOWS)
class JdkBisectTest {
    private static final String CATALOG = """
            schema: 1
            features:
              story: {modules: [story], checks: [tells]}
            image: {launchers: {story: {module: story, main: story.Story}}}
            profiles:
              full: {include: all}
            checks:
              tells: {run: [story], expect: {stdout: '^the end$'}}
            """;

    private static final String PROGRAM = """
            import java.nio.charset.Charset;
            import java.nio.file.FileSystems;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.security.KeyPairGenerator;
            import java.time.Month;
            import java.time.format.TextStyle;
            import java.util.Locale;
            import java.util.Map;

            public class Story {
                public static void main(String[] args) throws Exception {
                    KeyPairGenerator.getInstance("EC").generateKeyPair();
                    Path zip = Files.createTempDirectory("story").resolve("story.zip");
                    FileSystems.newFileSystem(zip, Map.of("create", "true")).close();
                    require("mars", Month.MARCH.getDisplayName(TextStyle.FULL, Locale.FRENCH));
                    require("A", new String(new byte[] {(byte) 0xC1}, Charset.forName("IBM037")));
                    Class.forName("javax.naming.InitialContext").getConstructor().newInstance();
                    System.out.println("the end");
                }

                private static void require(String expected, String got) {
                    if (!expected.equals(got)) {
                        throw new IllegalStateException(expected + " is " + got);
                    }
                }
            }
            """;

    @TempDir
    private Path dir;

    @Test
    void eachModuleIsNamedAndNoOther() throws Exception {
        BisectProject project = new BisectProject(
                dir,
                CATALOG,
                new TestReactor()
                        .module("story", "")
                        .type("story", "story.Story", PROGRAM)
                        .folders(dir));
        // Where elliptic curves moved into java.base, nothing is missing for them.
        List<String> expected = Runtime.version().feature() < 22
                ? List.of("java.naming", "jdk.charsets", "jdk.crypto.ec", "jdk.localedata", "jdk.zipfs")
                : List.of("java.naming", "jdk.charsets", "jdk.localedata", "jdk.zipfs");
        Said said = new Said();

        JsonNode found = project.bisect("tells", "full", true, said);

        assertThat(BisectProject.names(found.get("culprits"))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
        assertThat(found.get("all").asBoolean()).isTrue();
        assertThat(found.get("alternatives")).isEmpty();
        assertThat(found.get("attempts").asInt()).isLessThanOrEqualTo(25);

        System.out.println("JdkBisectTest: " + found.get("attempts").asInt() + " runs in "
                + found.get("millis").asInt() + " ms");

        assertThat(project.bisect("tells", "full", false, said).get("result").asString())
                .isEqualTo("image-passes");
    }
}
