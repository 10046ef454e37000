package io.whittle.graph.explain;

import io.whittle.graph.resolve.Reason;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Step;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExplanationTest {
    @Test
    void everyReasonThereIsHasAKindOfItsOwn() {
        assertThat(leaves(Reason.class)).hasSameSizeAs(Explanation.Kind.values());
    }

    @Test
    void aFeatureThatIsInIsExplainedFromWhereTheChainBegins() throws Exception {
        Explanation tls = Explanation.of(Outpost.resolve("minimal", "linux/amd64"), "tls");

        assertThat(tls.kind()).isEqualTo(Explanation.Kind.REQUIRED);
        assertThat(tls.text()).isEqualTo("required by peerapiserver");
        assertThat(tls.via())
                .extracting(step -> step.from().orElseThrow())
                .containsExactly("advertiseexitnode", "peerapiserver");
    }

    @Test
    void aFeatureThatIsOutIsExplainedDownToWhatKeepsItOut() throws Exception {
        Resolution full = Outpost.resolve("full", "linux/amd64");

        Explanation logmail = Explanation.of(full, "logmail");
        assertThat(logmail.via()).extracting(Step::to).containsExactly("logview", "logtail");
        assertThat(logmail.profile()).contains("full");
        assertThat(Explanation.of(full, "winfw").where()).hasToString("Optional[windows]");
    }

    @Test
    void aFeatureTheCatalogueDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Explanation.of(Outpost.resolve("full", "linux/amd64"), "nosuch"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the catalogue has no feature nosuch");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ExplanationTest::leaves)
                : Stream.of(type);
    }
}
