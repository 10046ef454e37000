package io.whittle.graph.resolve;

import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of a clash by kind.
 *
 * @param asks features that are asked for by name, or by {@code all}, in the order of the statements
 * @param excludes exclusions
 * @param unavailable features that are not available
 * @param chooses choices
 */
record ClashParts(
        List<Statement> asks,
        List<Statement.Excludes> excludes,
        List<Statement.NotAvailable> unavailable,
        List<Statement.Chooses> chooses) {
    ClashParts {
        asks = List.copyOf(asks);
        excludes = List.copyOf(excludes);
        unavailable = List.copyOf(unavailable);
        chooses = List.copyOf(chooses);
    }

    static ClashParts of(Fault.Clash clash) {
        List<Statement> statements = clash.statements();
        return new ClashParts(
                statements.stream().filter(ClashParts::isAsking).toList(),
                only(statements, Statement.Excludes.class),
                only(statements, Statement.NotAvailable.class),
                only(statements, Statement.Chooses.class));
    }

    /** Who asks, those alike included; by name. */
    static List<String> asking(Fault.Clash clash) {
        return Stream.concat(clash.statements().stream(), clash.alike().stream())
                .filter(ClashParts::isAsking)
                .map(ClashParts::feature)
                .distinct()
                .sorted()
                .toList();
    }

    static boolean isAsking(Statement statement) {
        return statement instanceof Statement.Asks || statement instanceof Statement.AsksByAll;
    }

    /** The feature that a statement asks for. */
    static String feature(Statement asking) {
        return asking instanceof Statement.Asks asks ? asks.word().feature() : ((Statement.AsksByAll) asking).feature();
    }

    /** The profile that asks. */
    static String profile(Statement asking) {
        return asking instanceof Statement.Asks asks ? asks.word().profile() : ((Statement.AsksByAll) asking).profile();
    }

    private static <S extends Statement> List<S> only(List<Statement> statements, Class<S> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
