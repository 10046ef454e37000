package io.whittle.assembler.audit;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.testing.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Jars of the class path belong to the features that name them by their artifacts. */
class ClassPathAuditTest {
    private static final String CATALOG = """
            features:
              web: {artifacts: ['test:acme.web']}
              db: {artifacts: ['test:acme.db']}
            profiles: {small: {include: [web]}}
            """;

    @TempDir
    private Path dir;

    @Test
    void aNameOfAClassInAnotherFeaturesJarIsARequirementNobodyDeclared() throws Exception {
        AuditCase audited = new AuditCase(List.of(jar("acme.web", "acme.db.Rows"), jar("acme.db", "none")));

        assertThat(audited.findings(CATALOG))
                .singleElement()
                .asString()
                .startsWith("undeclared-requirement web > db")
                .contains("in small");
    }

    @Test
    void soIsOneInALibraryThatItsPomBrings() throws Exception {
        JarEdges edges =
                entry -> Optional.of(entry.label().equals("test:acme.web:1") ? Set.of("test:lib.near:1") : Set.of());
        AuditCase audited = new AuditCase(
                List.of(jar("acme.web", "none"), jar("lib.near", "acme.db.Rows"), jar("acme.db", "none")), edges);

        assertThat(audited.findings(CATALOG)).singleElement().asString().startsWith("undeclared-requirement web > db");
    }

    @Test
    void whatIsDeclaredIsNoFinding() throws Exception {
        AuditCase audited = new AuditCase(List.of(jar("acme.web", "acme.db.Rows"), jar("acme.db", "none")));

        assertThat(audited.findings(CATALOG.replace("web: {", "web: {requires: [db], ")))
                .isEmpty();
    }

    private PathEntry jar(String name, String loads) {
        TestModule module = module(name).automatic().type(name + ".Rows", "public static int one = 1;");
        return module.type(
                        name + ".Load", "Class<?> load() throws Exception { return Class.forName(\"" + loads + "\"); }")
                .jar(dir);
    }
}
