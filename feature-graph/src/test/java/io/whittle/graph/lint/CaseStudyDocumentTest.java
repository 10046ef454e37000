package io.whittle.graph.lint;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.CaseStudy;
import io.whittle.graph.resolve.Resolution;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documentation shows is what is printed. */
class CaseStudyDocumentTest {
    @Test
    void theListsAreToldWhatTheDocumentShows() throws IOException {
        assertThat(shown("before.tags", Optional.empty())).isTrue();
        assertThat(shown("after.tags", Optional.empty())).isTrue();
        assertThat(shown("stripped.tags", Optional.of(CaseStudy.after().closure())))
                .isTrue();
    }

    @Test
    void theTableHasTheFiguresOfTheData() throws IOException {
        assertThat(document())
                .contains("| before | 61 | 58 | `c2n` |", "| after | 58 | 56 | `c2n` |")
                .contains("73 of\nthem, with 23 requirements");
    }

    private static boolean shown(String file, Optional<Resolution> profile) throws IOException {
        CaseStudy study = CaseStudy.after();
        TagList list = TagList.of(Path.of(file), Files.readString(CaseStudy.FOLDER.resolve(file)));
        TagReport report = TagLint.of(study.catalog(), study.names(), list, Platform.parse("linux/arm64"), profile);
        StringBuilder printed = new StringBuilder();
        TagReportText.render(study.catalog().source(), study.names(), list, List.of(report)).stream()
                .flatMap(part -> part.text()
                        .lines()
                        .map(line -> (part.severity() == Severity.INFO ? "[INFO] " : "[WARNING] ") + line + "\n"))
                .forEach(printed::append);
        assertThat(document()).contains(printed);
        return !printed.isEmpty();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/case-study-tags.md"));
    }
}
