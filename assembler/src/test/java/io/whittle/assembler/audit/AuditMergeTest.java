package io.whittle.assembler.audit;

import io.whittle.graph.edit.Addition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Audits that several machines have written. */
class AuditMergeTest {
    @Test
    void whatWasWrittenIsReadBack() {
        assertThat(AuditJson.write(read(AuditJson.write(Audits.rich())))).isEqualTo(AuditJson.write(Audits.rich()));
    }

    @Test
    void theSameAuditTwiceIsOne() {
        Audit rich = Audits.rich();

        assertThat(AuditJson.write(AuditMerge.of(rich.catalog(), List.of(rich, rich))))
                .isEqualTo(AuditJson.write(rich));
    }

    @Test
    void whatOneAcceptsAndAnotherFindsIsFoundInAllItsImages() {
        Audit rich = Audits.rich();
        AuditFinding found = rich.findings().get(0);
        Audit accepting = new Audit(
                rich.catalog(),
                rich.images(),
                List.of(),
                List.of(found),
                List.of(),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                AskedJdk.NONE);

        Audit merged = AuditMerge.of(rich.catalog(), List.of(accepting, rich));

        assertThat(merged.findings()).contains(found);
        assertThat(merged.accepted()).doesNotContain(found);
        assertThat(merged.stale()).isEmpty();
    }

    @Test
    void whatIsToldOnceForSeveralFeaturesIsToldOnceForThoseOfAllParts() {
        AuditFinding ofAll = need("app").alsoOf("clock").alsoOf("log").make();
        AuditFinding ofLog =
                need("log").adding(Addition.Key.JDK_MODULES, "jdk.zipfs", null).make();
        AuditFinding ofOther = need("other").make();

        for (List<AuditFinding> parts : List.of(List.of(ofAll, ofLog, ofOther), List.of(ofLog, ofOther, ofAll))) {
            Audit merged = AuditMerge.of(
                    Audits.catalog(),
                    parts.stream().map(part -> Audits.of(List.of(part))).toList());

            assertThat(merged.findings())
                    .extracting(AuditFinding::feature)
                    .containsExactly(Optional.of("app"), Optional.of("other"));
            assertThat(merged.findings().get(0).keys())
                    .extracting(key -> key.feature().orElseThrow())
                    .containsExactly("app", "clock", "log");
            assertThat(merged.findings().get(0).edits()).hasToString("[features.log.jdkModules: jdk.zipfs]");
        }
    }

    @Test
    void whatOnePartAcceptsForOneOfSeveralFeaturesIsNotAcceptedWhereAnotherFindsIt() {
        Audit found = Audits.of(List.of(need("app").alsoOf("clock").make()));
        Audit accepting = new Audit(
                Audits.catalog(),
                List.of(),
                List.of(),
                List.of(need("clock").make()),
                List.of(),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                AskedJdk.NONE);

        Audit merged = AuditMerge.of(Audits.catalog(), List.of(found, accepting));

        assertThat(merged.findings()).hasSize(1);
        assertThat(merged.accepted()).isEmpty();
    }

    @Test
    void aWordThatIsNotKnownIsRefused() {
        ObjectNode document = (ObjectNode) new JsonMapper().readTree(AuditJson.write(Audits.rich()));
        ((ObjectNode) document.at("/findings/0")).put("code", "undeclared-anything");

        assertThatThrownBy(() -> AuditReader.read(document, Audits.rich().catalog()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FindingMaker need(String feature) {
        return new FindingMaker(AuditCode.MISSING_JDK_MODULE, Optional.of(feature), "jdk.zipfs");
    }

    private static Audit read(String document) {
        return AuditReader.read(
                new JsonMapper().readTree(document), Audits.rich().catalog());
    }
}
