package io.whittle.graph.matrix;

import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows of catalogues, and what is told of pairs that cannot be. */
class PairRowsTest {
    private static final String DNS = """
            schema: 1
            features:
              core: {internal: true}
              dns: {requires: [core]}
              doh: {requires: [dns], conflicts: [plain]}
              dot: {requires: [doh]}
              plain: {requires: [core]}
              panel: {platforms: windows}
              quic: {needs: [crypto]}
              fast: {}
              small: {}
              log: {}
            capabilities:
              crypto: {providers: [fast, small], exclusive: true}
            base: {requires: [log]}
            profiles:
              row-1: {include: [dns]}
            """;

    @Test
    void whatCannotBeIsToldWithItsRule() throws Exception {
        PairRows rows = rows(DNS, Integer.MAX_VALUE);
        assertThat(rows.bound())
                .extracting(pair -> rows.why(pair).rule())
                .containsExactly("doh requires dns", "dot requires doh, which requires dns", "dot requires doh");
        assertThat(rows.why(new MixedPair("dot", "dns")).chain()).containsExactly("dot", "doh", "dns");
        assertThatThrownBy(() -> rows.why(new MixedPair("dns", "doh"))).hasMessage("dns can be in without doh");
        assertThat(rows.missed()).isEmpty();
        assertThat(rows.covered()).isEqualTo(rows.feasible()).isEqualTo(rows.pairs() - 3);
    }

    @Test
    void aChoiceThatLeavesOneBindsWithoutAChain() throws Exception {
        PairRows rows = rows("""
                schema: 1
                features:
                  quic: {needs: [crypto], conflicts: [small]}
                  fast: {}
                  small: {}
                capabilities:
                  crypto: {providers: [small, fast]}
                """, Integer.MAX_VALUE);
        assertThat(rows.bound())
                .containsExactly(new MixedPair("quic", "fast"))
                .extracting(pair -> rows.why(pair).rule())
                .containsExactly("quic is never in without fast");
    }

    @Test
    void thereIsNothingToChooseOfWhatIsAlwaysInNeverInOrInternal() throws Exception {
        assertThat(rows(DNS, Integer.MAX_VALUE).features())
                .containsExactly("dns", "doh", "dot", "fast", "plain", "quic", "small");
    }

    @Test
    void rowsAreProfilesThatNoneOfTheCataloguesIsMistakenFor() throws Exception {
        PairRows rows = rows(DNS, Integer.MAX_VALUE);
        assertThat(rows.rows()).extracting(PairRow::profile).allMatch(name -> name.startsWith("probe-row-"));
        assertThat(rows.catalog().profiles())
                .containsKey("row-1")
                .hasSize(1 + rows.rows().size());
    }

    @Test
    void aLimitLeavesPairsThatAreTold() throws Exception {
        PairRows rows = rows(DNS, 2);
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.missed())
                .isNotEmpty()
                .noneMatch(pair -> rows.rows().stream().anyMatch(row -> row.meets(pair)));
        assertThat((long) rows.missed().size()).isEqualTo(rows.feasible() - rows.covered());
        assertThat(rows.bound()).hasSize(3);
        assertThatThrownBy(() -> rows(DNS, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereNothingCanBeHadThereAreNoRows() throws Exception {
        PairRows rows = rows("""
                schema: 1
                features:
                  a: {conflicts: [b]}
                  b: {}
                base: {requires: [a, b]}
                """, 5);
        assertThat(rows.rows()).isEmpty();
        assertThat(rows.features()).isEmpty();
        assertThat(rows.pairs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/amd64", "windows/amd64", "macos/arm64"})
    void theProjectsOwnCatalogueHasFewRowsThatAreWhatTheySay(String platform) throws Exception {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("../feature-tags.yaml")).catalog();
        PairRows rows = PairRows.of(catalog, Platform.parse(platform), Integer.MAX_VALUE, PairProgress.SILENT);
        System.out.printf(
                "%s: %d rows meet %d of %d pairs of %d features; %d cannot be%n",
                platform,
                rows.rows().size(),
                rows.covered(),
                rows.pairs(),
                rows.features().size(),
                rows.bound().size());
        for (PairRow row : rows.rows()) {
            Resolution resolution = rows.resolve(row);
            assertThat(resolution.in()).containsAll(row.include()).doesNotContainAnyElementsOf(row.exclude());
        }
        assertThat(rows.rows()).hasSizeBetween(4, 40);
        assertThat(rows.covered()).isEqualTo(rows.pairs() - rows.bound().size());
        assertThat(rows.bound()).noneMatch(pair -> rows.why(pair).chain().isEmpty());
    }

    private static PairRows rows(String text, int mostRows) throws CatalogException {
        FeatureCatalog catalog =
                CatalogReader.read(Path.of("feature-tags.yaml"), text).catalog();
        return PairRows.of(catalog, Platform.parse("linux/amd64"), mostRows, PairProgress.SILENT);
    }
}
