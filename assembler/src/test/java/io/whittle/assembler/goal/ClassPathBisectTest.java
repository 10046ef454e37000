package io.whittle.assembler.goal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What an image lacks on its class path is found like a module that it lacks: in one image, of whose jars each trial sees its own. */
@DisabledOnOs(OS.WINDOWS)
class ClassPathBisectTest {
    private static final String CATALOG = """
            schema: 1
            features:
              web: {artifacts: ['test:acme.web'], checks: [answers]}
              cache: {artifacts: ['test:acme.cache']}
              db: {artifacts: ['test:acme.db']}
            image: {launchers: {web: {main: acme.web.Main}}}
            profiles: {small: {include: [web]}, full: {include: all}}
            checks: {answers: {run: [web], expect: {stdout: '^acme.db.Rows$'}}}
            """;

    @TempDir
    private Path dir;

    @Test
    void theFeatureWhoseJarIsMissingHeals() throws Exception {
        BisectProject project = new BisectProject(
                dir,
                CATALOG,
                List.of(
                        module("acme.web")
                                .automatic()
                                .main("acme.web.Main", "System.out.println(Class.forName(\"acme.db.Rows\").getName());")
                                .jar(dir),
                        module("acme.cache").automatic().pkg("acme.cache").jar(dir),
                        module("acme.db").automatic().type("acme.db.Rows", "").jar(dir)));

        JsonNode found = project.bisect("answers", "small", false, new Said());

        assertThat(found.get("result").asString()).isEqualTo("healed");
        assertThat(BisectProject.names(found.get("culprits"))).containsExactly("db");
        assertThat(found.get("confirmation").asString()).isEqualTo("confirmed");
    }
}
