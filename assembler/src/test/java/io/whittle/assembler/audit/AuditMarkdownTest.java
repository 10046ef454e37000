package io.whittle.assembler.audit;

import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.text.MarkdownText;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a CI job shows of an audit. */
class AuditMarkdownTest {
    @Test
    void theWholeSummary() {
        Golden.hold("audit/audit.md", AuditMarkdown.write(Audits.rich()));
    }

    @Test
    void everyRowHasItsSevenCells() {
        List<String> rows = AuditMarkdown.write(Audits.rich())
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .hasSize(16)
                .allSatisfy(row ->
                        assertThat(row.chars().filter(unit -> unit == '|')).hasSize(8));
    }

    @Test
    void noNameIsReadAsMarkup() {
        assertThat(AuditMarkdown.write(Audits.rich())
                        .replaceAll("</?(details|summary|ul|li|code)>", "")
                        .lines())
                .filteredOn(line -> line.contains("com.acme.A"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(line -> assertThat(line)
                        .contains("com.acme.A&#124;b&#96;c&#96;&#60;img src&#61;x&#62;&#93;(http&#58;//x)&#92;u000a")
                        .doesNotContain("`", "<", ">", "[", "]", "*", "_", "\\", "\u001b"));
    }

    @Test
    void noHostBecomesALink() {
        assertThat(MarkdownText.prose("see www.acme.com, WWW.acme.com or https://acme.com"))
                .isEqualTo("see www&#46;acme.com, WWW&#46;acme.com or https&#58;//acme.com");
    }

    @Test
    void twoHundredAreTold() {
        String told = AuditMarkdown.write(Audits.of(Collections.nCopies(203, Audits.unusedRequirement())));

        assertThat(told.lines().filter(line -> line.startsWith("| info |"))).hasSize(200);
        assertThat(told).contains("\nAnd 3 more.\n");
    }

    @Test
    void nothingFoundIsAHeadlineAndWhatNoAuditSees() {
        assertThat(AuditMarkdown.write(Audits.clean()))
                .startsWith("## Audit: no errors, no warnings and no infos\n\n<details><summary>4 blind spots")
                .doesNotContain("|");
    }

    @Test
    void theCatalogueIsNamedByItsFileAlone() {
        assertThat(AuditMarkdown.write(Audits.rich())).doesNotContain(Audits.FOLDER + "/", Audits.FOLDER + "&#92;");
    }
}
