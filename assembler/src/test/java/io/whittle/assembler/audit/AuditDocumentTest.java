package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.Grade;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import javax.tools.ToolProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/audit.md has every word that reports spell, and its examples are real. */
class AuditDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/audit.md");

    @TempDir
    private Path dir;

    @Test
    void everyCodeHasASectionAndNoOtherSectionLooksLikeOne() throws IOException {
        assertThat(Files.readString(DOCUMENT).lines())
                .filteredOn(line -> line.matches("##+ [a-z].*"))
                .containsExactlyElementsOf(Arrays.stream(AuditCode.values())
                        .map(code -> "## " + code.word())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(AuditCode.class)
    void aSectionSaysHowMuchItWeighsWhyAndWhatToDo(AuditCode code) throws IOException {
        String severity = code.severity().word();

        assertThat(section(code))
                .containsSubsequence(
                        severity.substring(0, 1).toUpperCase() + severity.substring(1) + ". ",
                        "\n```yaml\n",
                        "\n```java\n",
                        "\nCause: ",
                        "\nMend: ");
    }

    @ParameterizedTest
    @EnumSource(AuditCode.class)
    void itsExampleIsACatalogueAndCodeThatCompiles(AuditCode code) throws Exception {
        FeatureCatalog catalog = CatalogReader.read(Path.of("feature-tags.yaml"), block(code, "yaml"))
                .catalog();
        List<String> modules = new ArrayList<>(catalog.base().body().modules().stream()
                .map(module -> module.text())
                .toList());
        catalog.features()
                .values()
                .forEach(feature -> feature.body().modules().forEach(module -> modules.add(module.text())));

        assertThat(compile(block(code, "java"))).isEmpty();
        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(module -> assertThat(dir.resolve(module).resolve("module-info.java"))
                        .exists());
    }

    @Test
    void gradesAndBlindSpotsAreAllThere() throws IOException {
        assertThat(firstCells())
                .containsSubsequence(
                        Arrays.stream(Grade.values()).map(Grade::word).toList())
                .containsSubsequence(
                        Arrays.stream(BlindSpot.values()).map(BlindSpot::word).toList());
    }

    @ParameterizedTest
    @EnumSource(AuditCode.class)
    void itsExampleIsWhatIsFound(AuditCode code) throws Exception {
        assertThat(audit(code).findings())
                .filteredOn(finding -> finding.severity().compareTo(code.severity()) <= 0)
                .extracting(AuditFinding::code)
                .containsOnly(code);
    }

    @Test
    void theReportThatIsShownIsWhatIsPrinted() throws Exception {
        List<String> lines = Audits.lines(audit(AuditCode.UNDECLARED_REQUIREMENT), false);

        assertThat(Files.readString(DOCUMENT))
                .contains("    " + String.join("\n    ", lines.subList(0, lines.size() - 1)) + "\n\n");
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("[ERROR] " + String.join("\n[ERROR] ", lines.subList(0, lines.size() - 1)) + "\n```\n");
    }

    private Audit audit(AuditCode code) throws Exception {
        assertThat(compile(block(code, "java"))).isEmpty();
        try (Stream<Path> folders = Files.list(dir.resolve("classes"))) {
            List<PathEntry> modules = folders.sorted()
                    .map(folder -> {
                        String name = folder.getFileName().toString();
                        return new PathEntry(folder, "acme:" + name + ":1", !name.startsWith("lib."));
                    })
                    .toList();
            return new AuditCase(modules)
                    .audit(block(code, "yaml").replace("schema: 1\n", ""), "linux/amd64", "linux/arm64");
        }
    }

    private static List<String> firstCells() throws IOException {
        return Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    private String compile(String text) throws IOException {
        List<MatchResult> files = Pattern.compile("(?m)^// (\\S+\\.java)\n")
                .matcher(text)
                .results()
                .toList();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", dir + "/classes"));
        arguments.addAll(List.of("--module-source-path", dir.toString()));
        for (int i = 0; i < files.size(); i++) {
            Path file = dir.resolve(files.get(i).group(1));
            int end = i + 1 < files.size() ? files.get(i + 1).start() : text.length();
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.substring(files.get(i).end(), end));
            arguments.add(file.toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String block(AuditCode code, String language) throws IOException {
        return section(code).split("```" + language + "\n")[1].split("```")[0];
    }

    private static String section(AuditCode code) throws IOException {
        return Files.readString(DOCUMENT).split("\n## " + code.word() + "\n")[1].split("\n## ")[0];
    }
}
