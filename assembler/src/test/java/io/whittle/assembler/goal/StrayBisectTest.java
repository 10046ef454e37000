package io.whittle.assembler.goal;

import io.whittle.assembler.testing.TestReactor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider of a service that lies on the path, and that no feature has. */
@DisabledOnOs(OS.WINDOWS)
class StrayBisectTest {
    private static final String CATALOG = """
            schema: 1
            features:
              story: {modules: [story], checks: [tells]}
            image: {launchers: {story: {module: story, main: story.Story}}}
            profiles:
              small: {include: [story]}
            checks:
              tells: {run: [story], expect: {stdout: '^the end$'}}
            """;

    @TempDir
    private Path dir;

    @Test
    void itIsNamedAndAdded() throws Exception {
        BisectProject project = new BisectProject(
                dir,
                CATALOG,
                new TestReactor()
                        .module("story", "uses java.util.spi.ToolProvider;")
                        .type("story", "story.Story", """
                                public class Story {
                                    public static void main(String[] args) {
                                        java.util.spi.ToolProvider.findFirst("teller").orElseThrow().run(System.out, System.err);
                                    }
                                }
                                """)
                        .module("teller", "provides java.util.spi.ToolProvider with teller.Teller;")
                        .type("teller", "teller.Teller", """
                                public class Teller implements java.util.spi.ToolProvider {
                                    public String name() {
                                        return "teller";
                                    }

                                    public int run(java.io.PrintWriter out, java.io.PrintWriter err, String... args) {
                                        out.println("the end");
                                        return 0;
                                    }
                                }
                                """)
                        .module("other", "")
                        .type("other", "other.Other", "public class Other {}")
                        .folders(dir));
        Said said = new Said();

        JsonNode found = project.bisect("tells", "small", true, said);

        assertThat(found.at("/culprits/0/kind").asString()).isEqualTo("module");
        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("teller");
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
        assertThat(said.lines)
                .anyMatch(line -> line.contains("on the path and in no image: other, teller"))
                .anyMatch(line -> line.contains("for want of module teller"));
        assertThat(project.catalog).content().contains("modules: [story, teller]");
    }
}
