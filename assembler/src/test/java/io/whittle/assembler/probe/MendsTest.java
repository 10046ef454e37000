package io.whittle.assembler.probe;

import io.whittle.graph.catalog.CatalogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Where an entry goes that would have brought what was wanting. */
class MendsTest {
    private Mends mends;

    @BeforeEach
    void read() throws Exception {
        mends = new Mends(CatalogReader.read(Path.of("feature-tags.yaml"), """
                        schema: 1
                        features:
                          cli: {checks: [status]}
                          api: {checks: [status]}
                          net: {}
                        checks:
                          status: {run: [node, status]}
                          pings: {with: [cli], run: [node, ping]}
                          starts: {run: [node]}
                        """).catalog());
    }

    @Test
    void whatTheCheckProvesRequiresIt() {
        assertThat(mends("status", Suspect.ofCheck("net"), true))
                .containsExactly("features.api.requires: net", "features.cli.requires: net");
    }

    @Test
    void whatTheCheckNeedsRequiresItOrTheCheckDoes() {
        assertThat(mends("pings", Suspect.ofCheck("net"), true))
                .containsExactly("features.cli.requires: net", "checks.pings.with: net");
    }

    @Test
    void baseRequiresItWhereTheCheckNamesNobody() {
        assertThat(mends("starts", Suspect.ofCheck("net"), true))
                .containsExactly("base.requires: net", "checks.starts.with: net");
    }

    @Test
    void theFeatureThatFailsWithoutItRequiresIt() {
        assertThat(mends("starts", Suspect.of("api", "net"), true)).containsExactly("features.api.requires: net");
    }

    @Test
    void aCheckThatCouldNotBeAskedNeedsItItself() {
        assertThat(mends("status", Suspect.ofCheck("net"), false)).containsExactly("checks.status.with: net");
    }

    @Test
    void noEntryMendsWhatAnyOfTwoWouldDo() {
        assertThat(mends("starts", Suspect.ofCheck("api", "net"), true)).isEmpty();
    }

    private List<String> mends(String check, Suspect suspect, boolean asked) {
        return mends.of(check, suspect, asked).stream().map(Object::toString).toList();
    }
}
