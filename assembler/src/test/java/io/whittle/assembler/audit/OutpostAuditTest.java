package io.whittle.assembler.audit;

import io.whittle.assembler.testing.OutpostModules;
import io.whittle.graph.analysis.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Outpost's catalogue, held against Outpost's code. */
class OutpostAuditTest {
    @TempDir
    static Path folder;

    private static AuditCase outpost;
    private static String catalog;

    @BeforeAll
    static void compile() throws Exception {
        outpost = new AuditCase(OutpostModules.compile(folder));
        catalog = Files.readString(OutpostModules.ROOT.resolve("feature-tags.yaml"))
                .replace("schema: 1\n", "");
    }

    @Test
    void theIntactCatalogueIsClean() throws Exception {
        Audit audit = outpost.audit(catalog, "linux/amd64", "freebsd/amd64");
        audit.findings()
                .forEach(f -> System.out.println(
                        f.severity() + " " + AuditCase.word(f) + " | " + f.text() + " | " + f.places()));

        assertThat(audit.skipped()).isEmpty();
        assertThat(audit.count(Severity.ERROR)).isZero();
    }
}
