package io.whittle.assembler.audit;

import io.whittle.assembler.testing.Golden;
import io.whittle.assembler.text.Printable;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a console shows of an audit. */
class AuditTextTest {
    @Test
    void theWholeReport() {
        Golden.hold("audit/audit.txt", String.join("\n", Audits.lines(Audits.rich(), false)) + "\n");
    }

    @Test
    void coloursChangeNoWord() {
        List<String> coloured = Audits.lines(Audits.rich(), true);

        assertThat(coloured).anySatisfy(line -> assertThat(line).startsWith("  \u001b[1;31merror\u001b[m undeclared"));
        assertThat(coloured)
                .extracting(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(Audits.lines(Audits.rich(), false));
    }

    @Test
    void noNameEndsALineOrColoursIt() {
        assertThat(Audits.lines(Audits.rich(), false))
                .allSatisfy(line -> assertThat(line.codePoints()).noneMatch(Character::isISOControl))
                .anySatisfy(line -> assertThat(line).contains("(http://x)\\u000a{0}\\u001b[31m$"));
    }

    @Test
    void noNameHidesOrTurnsWhatFollows() {
        assertThat(Printable.of("a\u202eb\u200bc\u2028d\ud800e \ud83d\ude00 \u00fc"))
                .isEqualTo("a\\u202eb\\u200bc\\u2028d\\ud800e \ud83d\ude00 \u00fc");
    }

    @Test
    void ofWhatMerelyInformsTwentyAreTold() {
        List<String> told = Audits.lines(Audits.of(Collections.nCopies(23, Audits.unusedRequirement())), false);

        assertThat(told).filteredOn(line -> line.startsWith("  info ")).hasSize(20);
        assertThat(told).endsWith("and 3 more infos", "no errors, no warnings and 23 infos");
        assertThat(Audits.lines(Audits.of(Collections.nCopies(20, Audits.unusedRequirement())), false))
                .noneMatch(line -> line.startsWith("and "));
    }

    @Test
    void nothingFoundIsOneLine() {
        assertThat(Audits.lines(Audits.clean(), true)).containsExactly("no errors, no warnings and no infos");
    }
}
