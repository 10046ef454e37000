package io.whittle.assembler.plan;

import io.whittle.assembler.modules.PathEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** By what of their plans images are told apart. */
class PlanContentTest {
    private static final String CATALOG = """
            base: {modules: [acme.base]}
            features:
              dns: {modules: [acme.dns]}
              same: {requires: [dns], jdkModules: ['acme.nowhere?']}
              log: {jdkModules: [java.logging]}
            profiles:
              small: {include: [dns]}
              alike: {include: [same], forbid: {modules: [java.desktop]}}
              other: {include: [dns, log]}
              packed: {include: [dns], image: {compress: zip-6}}
            """;

    @TempDir
    private Path dir;

    @Test
    void theNameOfTheProfileAndWhatItForbidsTellNothing() throws Exception {
        String small = text("small", true, "1");

        assertThat(text("alike", true, "1")).isEqualTo(small);
        assertThat(text("other", true, "1")).isNotEqualTo(small);
        assertThat(text("packed", true, "1")).isNotEqualTo(small);
        assertThat(small).doesNotContain("small", "version", dir.toString());
    }

    @Test
    void aModuleOfTheProjectCountsByItsNameAndADependencyByItsContent() throws Exception {
        assertThat(text("small", true, "2")).isEqualTo(text("small", true, "1"));
        assertThat(text("small", false, "2")).isNotEqualTo(text("small", false, "1"));
        assertThat(text("small", false, "1")).isNotEqualTo(text("small", true, "1"));
    }

    private String text(String profile, boolean own, String content) throws Exception {
        Path folder = Files.createTempDirectory(dir, "scene");
        PathEntry dns = module("acme.dns")
                .main("acme.dns.Main", "System.out.println(" + content + ");")
                .jar(folder);
        return PlanContent.text(new Scene(folder, CATALOG)
                .with(module("acme.base").main("acme.base.Main", "System.out.println();"))
                .with(new PathEntry(dns.path(), dns.label(), own))
                .profile(profile)
                .plan());
    }
}
