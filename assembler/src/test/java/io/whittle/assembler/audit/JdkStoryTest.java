package io.whittle.assembler.audit;

import io.whittle.assembler.testing.TestReactor;
import io.whittle.graph.edit.CatalogEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A program with EC keys, a zip file system, French months and a charset of mainframes, of which its descriptor says nothing. */
class JdkStoryTest {
    /** What it asks compiles on java.base alone, and fails at run time without the modules that answer. */
    static final String PROGRAM = """
            import java.nio.charset.Charset;
            import java.nio.file.FileSystems;
            import java.nio.file.Path;
            import java.security.KeyPairGenerator;
            import java.time.Month;
            import java.time.format.TextStyle;
            import java.util.Locale;
            import java.util.Map;

            public class Story {
                public static void main(String[] args) throws Exception {
                    System.out.println(KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getAlgorithm());
                    Path zip = java.nio.file.Files.createTempDirectory("story").resolve("story.zip");
                    try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
                        System.out.println(files.provider().getScheme());
                    }
                    System.out.println(Month.MARCH.getDisplayName(TextStyle.FULL, Locale.FRENCH));
                    System.out.println(new String(new byte[] {(byte) 0xC1}, Charset.forName("IBM037")));
                    System.out.println(java.security.MessageDigest.getInstance("SHA-256").getAlgorithm());
                    System.out.println(Charset.forName("UTF-16").name());
                }
            }
            """;

    private static final String CATALOG = """
            schema: 1
            features: {story: {modules: [story]}}
            profiles: {p: {include: all, platforms: [linux/amd64]}}
            """;

    @TempDir
    Path folder;

    @Test
    void theAuditNamesWhatAnswersAndNothingElse() throws Exception {
        AuditCase code =
                new AuditCase(folder, new TestReactor().module("story", "").type("story", "story.Story", PROGRAM));
        Audit audit = code.audit(CATALOG.replace("schema: 1\n", ""));
        // Where elliptic curves moved into java.base, nothing is missing for them.
        List<String> expected = Runtime.version().feature() < 22
                ? List.of("jdk.charsets", "jdk.crypto.ec", "jdk.localedata", "jdk.zipfs")
                : List.of("jdk.charsets", "jdk.localedata", "jdk.zipfs");

        assertThat(jdeps()).isEqualTo("java.base");
        assertThat(audit.findings())
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(AuditCode.MISSING_JDK_MODULE))
                .extracting(AuditFinding::target)
                .containsExactlyElementsOf(expected);
        String mended = CatalogEditor.add(
                CATALOG,
                audit.findings().stream()
                        .flatMap(finding -> finding.edit().stream())
                        .toList());
        assertThat(code.audit(mended.replace("schema: 1\n", "")).findings()).isEmpty();
    }

    private String jdeps() {
        StringWriter said = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "--print-module-deps",
                        folder.resolve("classes/story").toString());
        return said.toString().strip();
    }
}
