package io.whittle.graph.lint;

import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.export.CaseStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A real router's list, held against the registry that it is for. */
class CaseStudyLintTest {
    static Stream<CaseStudy> both() {
        return CaseStudy.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theGapsAreFoundAndNothingElse(CaseStudy study) {
        TagReport report = lint(study, study.expected("naive_tags"));

        assertThat(report.kept().stream().filter(feature -> !feature.equals("cli")))
                .containsExactlyElementsOf(study.expected("kept_features_naive"));
        assertThat(edges(report)).containsExactlyInAnyOrderElementsOf(study.expectedEdges("gap_edges"));
        assertThat(report.missing().keySet()).containsExactlyElementsOf(study.expected("gap_features"));
        List<String> transitive = new ArrayList<>();
        report.missing().forEach((feature, by) -> by.forEach(one -> transitive.add(one + " > " + feature)));
        assertThat(transitive).containsExactlyInAnyOrderElementsOf(study.expectedEdges("gap_edges_transitive"));
        List<String> stray = report.findings().stream()
                .filter(TagFinding.UnknownTag.class::isInstance)
                .map(finding -> ((TagFinding.UnknownTag) finding).tag().text())
                .toList();
        assertThat(stray).isEqualTo(study.expected("stray_tokens"));
        assertThat(report.count(Severity.ERROR))
                .isEqualTo(study.expectedEdges("gap_edges").size());
    }

    @ParameterizedTest
    @MethodSource("both")
    void aClosedListHasNoGap(CaseStudy study) {
        TagReport report = lint(study, study.expected("closure_tags"));

        assertThat(report.count(Severity.ERROR)).isZero();
        assertThat(report.missing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aClosedListIsWhatItsProfileBrings(CaseStudy study) {
        TagList list = TagList.of(Path.of("router.tags"), String.join(",", study.expected("closure_tags")));

        assertThat(TagLint.of(
                                study.catalog(),
                                study.names(),
                                list,
                                Platform.parse("linux/amd64"),
                                Optional.of(study.closure()))
                        .findings())
                .isEmpty();
    }

    @Test
    void whoTakesOutDebugAsTextTurnsTwoMoreFeaturesOn() {
        CaseStudy study = CaseStudy.after();
        String stripped = String.join(" ", study.expected("closure_tags")).replace("ts_omit_debug", "");

        TagReport report = lint(study, List.of(stripped));

        assertThat(report.findings())
                .filteredOn(TagFinding.StrippedTag.class::isInstance)
                .extracting(finding -> ((TagFinding.StrippedTag) finding))
                .extracting(TagFinding.StrippedTag::tag, TagFinding.StrippedTag::kept, TagFinding.StrippedTag::feature)
                .extracting(tuple -> tuple.toList().toString().replaceAll("Mention\\[text=(\\w+).*?]]", "$1"))
                .containsExactly("[eventbus, debug, debugeventbus]", "[portmapper, debug, debugportmapper]");
        assertThat(report.kept()).contains("debug", "debugeventbus", "debugportmapper");
    }

    private static List<String> edges(TagReport report) {
        return report.findings().stream()
                .filter(TagFinding.BrokenRequirement.class::isInstance)
                .map(TagFinding.BrokenRequirement.class::cast)
                .map(broken -> broken.feature().orElse("base") + " > " + broken.required())
                .toList();
    }

    private static TagReport lint(CaseStudy study, List<String> tags) {
        TagList list = TagList.of(Path.of("router.tags"), String.join(",", tags));
        return TagLint.of(study.catalog(), study.names(), list, Platform.parse("linux/amd64"), Optional.empty());
    }
}
