package io.whittle.graph.resolve;

import io.whittle.graph.catalog.Place;
import io.whittle.graph.solve.Demand;
import io.whittle.graph.solve.PlatformGraph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which statement every demand stands for.
 *
 * @param demands all of them, by kind and name
 * @param statements by demand
 */
record StatementBook(List<Demand> demands, Map<Demand, Statement> statements) {
    StatementBook {
        demands = List.copyOf(demands);
        statements = Collections.unmodifiableMap(statements);
    }

    static StatementBook of(PlatformView view, AllExpansion all) {
        PlatformGraph graph = view.graph();
        List<Demand> order = new ArrayList<>();
        Map<Demand, Statement> statements = new HashMap<>();
        for (int feature = 0; feature < graph.features(); feature++) {
            String name = graph.feature(feature);
            Demand in = new Demand(Demand.Kind.IN, feature);
            if (view.named().containsKey(name)) {
                add(in, new Statement.Asks(view.named().get(name)), order, statements);
            } else if (all.wanted().get(feature)) {
                Said<Place> said = view.profile().includeAll().orElseThrow();
                add(in, new Statement.AsksByAll(name, said.profile(), said.value()), order, statements);
            }
        }
        view.chosen().forEach((capability, choice) -> {
            add(new Demand(Demand.Kind.CHOSEN, graph.capability(capability)), choice, order, statements);
        });
        for (int feature = 0; feature < graph.features(); feature++) {
            String name = graph.feature(feature);
            Demand out = new Demand(Demand.Kind.OUT, feature);
            if (view.excluded().containsKey(name)) {
                add(out, new Statement.Excludes(view.excluded().get(name)), order, statements);
            } else if (graph.isAbsent(feature)) {
                Reason.NotAvailable absence = view.absence(name);
                add(out, new Statement.NotAvailable(name, absence.where(), absence.place()), order, statements);
            }
        }
        return new StatementBook(order, statements);
    }

    Statement statement(Demand demand) {
        return statements.get(demand);
    }

    private static void add(Demand demand, Statement statement, List<Demand> order, Map<Demand, Statement> statements) {
        order.add(demand);
        statements.put(demand, statement);
    }
}
