package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.Conflict;
import io.whittle.graph.catalog.Edge;
import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SATSolver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/** Published models of real systems, against the clauses that were published with them. */
class RealModelsTest {
    private static final Path FOLDER = Path.of("src/test/resources/interchange/real");

    private final FormulaFactory f = new FormulaFactory();

    @ParameterizedTest
    @CsvSource({
        "bank, 176, , ",
        "busybox-1.18.0, 854, 23, 18",
        "uclibc, 313, 44, 31",
        "fiasco-2017-09-26, 224, , ",
        "embtoolkit, 1179, 91, 236"
    })
    void theCatalogueAllowsWhatThePublishedClausesAllow(String model, int features, Integer core, Integer dead)
            throws Exception {
        long begin = System.nanoTime();
        ImportedCatalog imported = UvlImport.read(FOLDER.resolve(model + ".uvl"));
        long importedAfter = System.nanoTime() - begin;
        FeatureCatalog catalog = CatalogReader.read(Path.of("feature-tags.yaml"), imported.text())
                .catalog();
        System.out.printf(
                "%s: imported in %d ms; %d features and %d constraints became %d helpers, %d capabilities, %d bytes%n",
                model,
                importedAfter / 1_000_000,
                imported.features(),
                imported.constraints(),
                imported.helpers(),
                imported.capabilities(),
                imported.text().length());
        Map<String, String> originals = originals(catalog);
        SortedSet<String> names = new TreeSet<>();
        List<List<Literal>> published = published(FOLDER.resolve(model + ".dimacs"), names);
        List<List<Literal>> ours = sentences(catalog, originals);

        assertThat(imported.features()).isEqualTo(features);
        assertThat(catalog.features().values().stream()
                        .filter(feature -> !feature.internal())
                        .map(feature -> originals.get(feature.name().text())))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).hasSize(features);

        SATSolver catalogue = solver(ours);
        SATSolver clauses = solver(published);
        SortedSet<String> coreOfOurs = always(catalogue, names, true);
        SortedSet<String> deadOfOurs = always(catalogue, names, false);
        assertThat(coreOfOurs).isEqualTo(always(clauses, names, true));
        assertThat(deadOfOurs).isEqualTo(always(clauses, names, false));
        if (core != null) {
            assertThat(coreOfOurs).hasSize(core);
            assertThat(deadOfOurs).hasSize(dead);
        }

        // Beyond the counts: each of the two follows from the other.
        assertThat(published).filteredOn(clause -> !follows(catalogue, clause)).isEmpty();
        helpersMeanWhatTheyStandFor(catalog, originals, clauses);
        assertThat(ours).filteredOn(clause -> !follows(clauses, clause)).isEmpty();
    }

    private static Map<String, String> originals(FeatureCatalog catalog) {
        Map<String, String> originals = new HashMap<>();
        catalog.features()
                .forEach((name, feature) -> originals.put(
                        name,
                        feature.internal()
                                ? "helper " + name
                                : feature.summary().orElseThrow()));
        return originals;
    }

    private List<List<Literal>> published(Path dimacs, Set<String> all) throws Exception {
        Map<Integer, String> names = new HashMap<>();
        List<List<Literal>> clauses = new ArrayList<>();
        for (String line : Files.readAllLines(dimacs)) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("c")) {
                names.put(Integer.parseInt(words[1]), words[2]);
            } else if (!words[0].equals("p")) {
                List<Literal> clause = new ArrayList<>();
                for (String word : line.strip().split("\\s+")) {
                    int id = Integer.parseInt(word);
                    if (id != 0) {
                        clause.add(f.literal(names.get(Math.abs(id)), id > 0));
                    }
                }
                clauses.add(clause);
            }
        }
        all.addAll(names.values());
        // The clauses of fiasco do not mention the root, which UVL has in always; the others say it themselves.
        clauses.add(List.of(f.variable(names.get(1))));
        return clauses;
    }

    private List<List<Literal>> sentences(FeatureCatalog catalog, Map<String, String> originals) {
        return Sentences.of(catalog).each().stream()
                .map(sentence -> sentence.stream()
                        .map(literal -> f.literal(originals.get(literal.feature()), literal.in()))
                        .toList())
                .toList();
    }

    private SATSolver solver(List<List<Literal>> clauses) {
        SATSolver solver = MiniSat.miniSat(f);
        clauses.forEach(clause -> solver.add(f.clause(clause)));
        assertThat(solver.sat()).isEqualTo(Tristate.TRUE);
        return solver;
    }

    private SortedSet<String> always(SATSolver solver, Set<String> names, boolean in) {
        return names.stream()
                .filter(name -> follows(solver, List.of(f.literal(name, in))))
                .collect(toCollection(TreeSet::new));
    }

    private static boolean follows(SATSolver solver, List<Literal> clause) {
        return solver.sat(clause.stream().map(Literal::negate).toList()) == Tristate.FALSE;
    }

    // A helper may be in where that for which it stands holds. If it is in everywhere there, all sentences hold.
    private void helpersMeanWhatTheyStandFor(FeatureCatalog catalog, Map<String, String> originals, SATSolver clauses) {
        for (Feature helper : catalog.features().values()) {
            if (helper.internal()) {
                List<Formula> body = new ArrayList<>();
                for (Edge required : helper.body().requires()) {
                    body.add(f.variable(originals.get(required.target().text())));
                }
                for (Conflict conflict : helper.conflicts()) {
                    body.add(f.literal(originals.get(conflict.feature().text()), false));
                }
                for (Edge needed : helper.body().needs()) {
                    body.add(f.or(catalog.capabilities().get(needed.target().text()).providers().stream()
                            .map(provider -> f.variable(originals.get(provider.text())))
                            .toList()));
                }
                clauses.add(f.implication(
                        f.and(body), f.variable(originals.get(helper.name().text()))));
                clauses.add(f.implication(f.variable(originals.get(helper.name().text())), f.and(body)));
            }
        }
    }
}
