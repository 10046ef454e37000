package io.whittle.assembler.goal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.whittle.assembler.page.ReportPage;
import io.whittle.assembler.testing.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import javax.xml.parsers.DocumentBuilderFactory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static io.whittle.assembler.goal.ReportProject.failed;
import static io.whittle.assembler.goal.ReportProject.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The documents of a report that has something of everything, word by word. */
class ReportDocumentsTest {
    private static final Path SARIF = Path.of("src/test/resources/audit/sarif/sarif-2.1.0-rtm.5.schema.json");

    @TempDir
    private Path dir;

    private ReportProject project;

    @BeforeEach
    void rich() throws Exception {
        project = new ReportProject(dir);
        Path small = project.cell("results/cell-1", "small", "linux/amd64", passed("starts"));
        Files.writeString(small.resolve("pack.json"), """
                {"schema": 1, "profile": "small", "platform": "linux/amd64", "folder": "app", "image": {"bytes": 36000000, "files": 90},
                 "archives": [{"file": "app.tar.gz", "format": "tar.gz", "bytes": 15000000, "sha256": "00"}]}
                """);
        Files.writeString(small.resolve("cost.json"), """
                {"schema": 1, "profile": "small", "platform": "linux/amd64", "exact": false,
                 "image": {"bytes": 36000000, "archive": 15000000}, "features": [], "modules": []}
                """);
        Files.writeString(small.resolve("budgets.json"), """
                {"schema": 1, "profile": "small", "platform": "linux/amd64",
                 "budgets": [{"budget": "image", "unit": "B", "limit": 30000000, "measured": 36000000, "state": "exceeded", "says": "is over",
                   "contributors": [{"feature": "log", "givesBack": 400000, "with": []}]}]}
                """);
        Files.createDirectories(small.resolve("checks/starts/attempt-1"));
        Files.writeString(small.resolve("checks/starts/attempt-1/1-app.out.txt"), "app 1.0\n");
        Files.writeString(project.dir.resolve("whittle.lock"), """
                {
                  "schema": 2,
                  "profiles": {
                    "small": {
                      "linux/amd64": {
                        "jdk": {"version": "17.0.14"},
                        "options": {"features": "conf/features.properties"},
                        "features": {
                          "log": "asked-for"
                        },
                        "modules": {
                          "acme.core": {"from": "project"},
                          "java.base": {"from": "jdk"},
                          "java.xml": {"from": "jdk"}
                        },
                        "artifacts": {
                          "org.ex:lib": {"from": "project"}
                        },
                        "imageBytes": 35900000
                      }
                    }
                  }
                }
                """);
        project.cell("results/cell-3/large/linux-amd64", "large", "linux/amd64", passed("starts"), failed("resolves"));
        project.audit("results/audit", ReportProject.finding("{\"large\": [\"linux/amd64\"]}"));
        Files.writeString(dir.resolve("results/validation.json"), """
                {"schema": 1, "catalog": {"file": "feature-tags.yaml"}, "platforms": ["linux/amd64"],
                 "counts": {"error": 0, "warning": 1, "info": 0},
                 "findings": [{"code": "unused-feature", "severity": "warning", "line": 11, "column": 3,
                   "subject": {"kind": "feature", "name": "quiet"}, "others": [], "platforms": [], "via": [],
                   "text": "quiet is asked for by no profile"}]}
                """);
        assertThatThrownBy(() -> project.run(List.of(project.results))).isInstanceOf(GoalException.class);
    }

    @Test
    void forPrograms() throws Exception {
        Golden.hold("report/report.json", project.text("report.json"));
    }

    @Test
    void forPeople() throws Exception {
        Golden.hold("report/report.md", project.text("report.md"));
    }

    @Test
    void inABrowser() throws Exception {
        assertThat(project.text("report.html"))
                .startsWith("<!doctype html>")
                .isEqualTo(ReportPage.html(JsonMapper.shared().readTree(project.text("report.json"))));
    }

    @Test
    void forCiServers() throws Exception {
        Golden.hold("report/report.xml", project.text("report.xml"));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(project.text("report.xml").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void forCodeScanning() throws Exception {
        String document = project.text("report.sarif");

        Golden.hold("report/report.sarif", document);
        assertThat(errors(document)).isEmpty();
        assertThat(errors(document.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
    }

    @Test
    void nothingThatOthersWroteIsReadAsMarkdown() throws Exception {
        project.cell(
                "results/cell-3/large/linux-amd64",
                "large",
                "linux/amd64",
                passed("starts"),
                failed("resolves").replace("exit 3", "<img src=x> | **bold** [a](b)"));
        assertThatThrownBy(() -> project.run(List.of(project.results))).isInstanceOf(GoalException.class);

        assertThat(project.text("report.md")).doesNotContain("<img", "**bold**", "](b)");
    }

    @Test
    void noMachineIsNamedInThem() throws Exception {
        for (String file : List.of("report.html", "report.json", "report.md", "report.xml", "report.sarif")) {
            assertThat(project.text(file)).doesNotContain(dir.toString());
        }
    }

    private static List<Error> errors(String document) throws Exception {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_4, registry -> registry.schemaRegistryConfig(config))
                .getSchema(Files.readString(SARIF))
                .validate(document, InputFormat.JSON);
    }
}
