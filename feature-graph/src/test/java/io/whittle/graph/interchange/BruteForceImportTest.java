package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SATSolver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue allows what the model allows: every subset of the features of many small models is tried. */
@Tag("exhaustive")
class BruteForceImportTest {
    @Test
    void aCatalogueAllowsTheSetsThatItsModelAllows() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        int sets = 0;
        int none = 0;
        for (int i = 0; i < 2_500; i++) {
            RandomUvl model = new RandomUvl(seed + i);
            String about = "-Dseed=" + (seed + i) + "\n" + model.text();
            ImportedCatalog imported = UvlImport.read(Path.of("random.uvl"), model.text());
            Set<Set<String>> allowed = model.allowed();
            assertThat(allowedBy(imported, model.features))
                    .as(about + imported.text())
                    .isEqualTo(allowed);
            sets += allowed.size();
            none += allowed.isEmpty() ? 1 : 0;
        }
        System.out.printf("seed %d: %d sets in 2500 models, %d of which allow none%n", seed, sets, none);
        assertThat(sets).isGreaterThan(1_500);
        assertThat(none).isPositive();
    }

    /** Sets of original features that the catalogue allows, with helpers in or out as they like. */
    private static Set<Set<String>> allowedBy(ImportedCatalog imported, List<String> features) throws Exception {
        FeatureCatalog catalog = CatalogReader.read(Path.of("feature-tags.yaml"), imported.text())
                .catalog();
        Map<String, String> named = new HashMap<>();
        for (Feature feature : catalog.features().values()) {
            if (!feature.internal()) {
                named.put(feature.summary().orElseThrow(), feature.name().text());
            }
        }
        assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(features);
        FormulaFactory f = new FormulaFactory();
        SATSolver solver = MiniSat.miniSat(f);
        for (List<Sentences.Literal> sentence : Sentences.of(catalog).each()) {
            solver.add(f.clause(sentence.stream()
                    .map(literal -> f.literal(literal.feature(), literal.in()))
                    .toList()));
        }
        Set<Set<String>> allowed = new HashSet<>();
        for (int bits = 0; bits < 1 << features.size(); bits++) {
            Set<String> in = new HashSet<>();
            List<Literal> exactly = new ArrayList<>();
            for (int i = 0; i < features.size(); i++) {
                boolean chosen = (bits >> i & 1) == 1;
                exactly.add(f.literal(named.get(features.get(i)), chosen));
                if (chosen) {
                    in.add(features.get(i));
                }
            }
            if (solver.sat(exactly) == Tristate.TRUE) {
                allowed.add(in);
            }
        }
        return allowed;
    }
}
