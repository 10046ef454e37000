package io.whittle.graph.cells;

import io.whittle.graph.resolve.CheckScope;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What cells a catalogue has. */
class MatrixMakerTest {
    private static final String CATALOG = """
            schema: 1
            base: {modules: [acme.core]}
            features:
              dns: {modules: [acme.dns], requires: [net], recommends: [cache]}
              net: {modules: [acme.net]}
              cache: {modules: [acme.cache]}
              glue: {modules: [acme.glue], auto: [dns]}
              tray: {modules: [acme.tray], platforms: windows}
              note: {checks: [noted]}
              hidden: {internal: true, modules: [acme.hidden]}
            profiles:
              small: {include: [net]}
              noted: {include: [net, note]}
              large: {include: [dns, cache], exclude: [glue]}
            checks:
              noted: {run: [app, note]}
              starts: {run: [app]}
            """;

    @Test
    void profilesOfOneImageAreOneCell() throws Exception {
        Matrix matrix = Cells.of(CATALOG, Set.of(RowKind.PROFILES), "linux/amd64", "linux/arm64");

        assertThat(matrix.cells())
                .extracting(Cell::name, cell -> cell.platform().toString())
                .containsExactly(
                        tuple("large", "linux/amd64"),
                        tuple("large", "linux/arm64"),
                        tuple("noted", "linux/amd64"),
                        tuple("noted", "linux/arm64"));
        assertThat(matrix.cells().get(2).rows()).extracting(Row::name).containsExactly("noted", "small");
        assertThat(Cells.ids(matrix)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{12}"));
        assertThat(matrix.leftOut()).isEmpty();
    }

    @Test
    void ofAMergedCellEveryCheckOfItsRowsIsAsked() throws Exception {
        Matrix matrix = Cells.of(CATALOG, Set.of(RowKind.PROFILES), "linux/amd64");
        Cell merged = matrix.cells().get(1);

        assertThat(CheckScope.ofAny(
                                matrix.catalog(),
                                merged.rows().stream().map(Row::resolution).toList())
                        .applicable())
                .containsExactly("noted", "starts");
        assertThat(CheckScope.of(matrix.catalog(), merged.rows().get(1).resolution())
                        .applicable())
                .containsExactly("starts");
    }

    @Test
    void aFeatureAloneHasWhatItRequiresAndNothingThatComesAlong() throws Exception {
        Matrix matrix = Cells.of(CATALOG, Set.of(RowKind.FEATURES), "linux/amd64");

        assertThat(Cells.names(matrix.cells()))
                .containsExactly("feature-cache", "feature-dns", "feature-glue", "feature-net", "feature-note");
        assertThat(matrix.cells().get(1).rows().get(0).resolution().in()).containsExactly("dns", "net");
        assertThat(matrix.notAlone()).extracting(NotAlone::feature).containsExactly("tray");
        assertThat(matrix.notAlone().get(0).faults()).singleElement().asString().contains("tray");
    }

    @Test
    void aCellIsNamedByItsProfileBeforeItsFeatureBeforeItsPairs() throws Exception {
        Matrix matrix = Cells.of(CATALOG, Cells.EVERY_KIND, "linux/amd64");

        Cell small = matrix.cells().stream()
                .filter(cell -> cell.name().equals("noted"))
                .findFirst()
                .orElseThrow();
        assertThat(small.rows().subList(0, 3)).extracting(Row::name).containsExactly("noted", "small", "feature-net");
        assertThat(matrix.cells()).extracting(Cell::kind).isSorted();
        assertThat(matrix.coverage()).singleElement().satisfies(coverage -> {
            assertThat(coverage.whole()).isTrue();
            assertThat(coverage.percent()).isEqualTo("100.0");
        });
    }

    @Test
    void theProjectsOwnCatalogueHasFewCells() throws Exception {
        Matrix matrix = Cells.of(
                Files.readString(Path.of("../feature-tags.yaml")), Cells.EVERY_KIND, "linux/amd64", "linux/arm64");

        System.out.printf(
                "%d rows are %d cells; %s%n", matrix.rows(), matrix.cells().size(), matrix.coverage());
        assertThat(matrix.coverage()).hasSize(2).allMatch(PairCoverage::whole);
        assertThat(matrix.cells()).hasSizeLessThanOrEqualTo((int) matrix.rows());
    }

    @Test
    void aProfileThatHasSuchANameIsNotMistakenForARow() throws Exception {
        Matrix matrix =
                Cells.of(CATALOG.replace("  small:", "  feature-net:"), Set.of(RowKind.FEATURES), "linux/amd64");

        assertThat(Cells.names(matrix.cells()))
                .contains("cell-feature-net")
                .allMatch(name -> name.startsWith("cell-feature-"));
    }

    @Test
    void aLimitKeepsProfilesThenFeaturesThenWhatMeetsMost() throws Exception {
        Matrix whole = Cells.of(CATALOG, Cells.EVERY_KIND, "linux/amd64");
        Matrix cut = Cells.of(CATALOG, Cells.EVERY_KIND, 3, "linux/amd64");

        assertThat(Cells.names(cut.cells())).containsExactly("large", "noted", "feature-cache");
        assertThat(cut.leftOut()).hasSize(whole.cells().size() - 3);
        assertThat(cut.coverage().get(0).whole()).isFalse();
        assertThat(cut.coverage().get(0).firstMissed()).isNotEmpty();
        assertThat(cut.coverage().get(0).feasible())
                .isEqualTo(whole.coverage().get(0).feasible());
    }

    @Test
    void aCatalogueWithoutFeaturesHasItsProfiles() throws Exception {
        Matrix matrix = Cells.of("""
                schema: 1
                base: {modules: [acme.core]}
                profiles: {all-of-it: {include: []}}
                """, Cells.EVERY_KIND, "linux/amd64");

        assertThat(Cells.names(matrix.cells())).containsExactly("all-of-it");
        assertThat(matrix.coverage().get(0).percent()).isEqualTo("100.0");
    }

    @Test
    void howImagesAreMadeTellsThemApart() throws Exception {
        Matrix matrix = Cells.of("""
                schema: 1
                features: {net: {modules: [acme.net]}}
                image: {launchers: {app: {module: acme.net, main: acme.Net, jvm: [-Xmx1g]}}}
                profiles:
                  a: {include: [net]}
                  b: {include: [net], image: {compress: zip-6}}
                  c: {include: [net], image: {launchers: {app: {module: acme.net, main: acme.Net, jvm: [-Xmx2g]}}}}
                  d: {include: [net], image: {strip: [java-debug]}}
                  e: {include: [net], budgets: {image: 40 MiB}}
                  f: {include: [net], forbid: {modules: [java.desktop]}}
                  g: {include: [net], image: {cds: jdk}}
                """, Set.of(RowKind.PROFILES), "linux/amd64");

        assertThat(matrix.cells())
                .extracting(cell -> cell.rows().stream().map(Row::name).toList())
                .containsExactly(List.of("a", "e", "f"), List.of("b"), List.of("c"), List.of("d"), List.of("g"));
    }
}
