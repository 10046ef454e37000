package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how a check asks: one of {@code run}, {@code steps}, {@code script} and {@code test}, and {@code expect}. */
final class AskShape {
    private static final List<String> WAYS = List.of("run", "steps", "script", "test");
    private static final String COMMAND = "[my-app, --version]";
    private static final String STEPS = "[{run: " + COMMAND + ", expect: {exit: 0}}]";
    private static final String SCRIPT = "[checks/ask.sh]";

    private final Shape shape;
    private final TemplateShape templates;

    AskShape(Shape shape, TemplateShape templates) {
        this.shape = shape;
        this.templates = templates;
    }

    Ask read(Fields check) {
        check.requiredOneOf(WAYS, "add one of them, such as run: " + COMMAND);
        List<Mention> ways = check.standing(WAYS);
        ways.stream().skip(1).forEach(again -> twoWays(ways.get(0), again));
        Expectation expect = expectation(check);
        Ask.Steps run = new Ask.Steps(List.of(new Ask.Step(command(check), expect)));
        Ask.Steps steps = steps(check);
        Optional<Ask> script = check.node("script").flatMap(node -> script(node, expect));
        Optional<Ask> test = check.text("test", TextForm.MAIN_CLASS).map(Ask.Test::new);
        check.standing(List.of("expect")).forEach(key -> misplaced(key, ways));
        return script.or(() -> test).orElse(steps.steps().isEmpty() ? run : steps);
    }

    private void twoWays(Mention first, Mention again) {
        shape.faults()
                .shape(
                        again.place(),
                        "a check asks in one way, and '" + first + "' stands here already; "
                                + (Set.of(first.text(), again.text()).equals(Set.of("run", "steps"))
                                        ? "make the command of 'run' an entry of 'steps', {run: " + COMMAND + "}"
                                        : "remove one, or make two checks"));
    }

    private void misplaced(Mention key, List<Mention> ways) {
        for (Mention way : ways) {
            if (way.text().equals("steps")) {
                shape.faults()
                        .shape(
                                key.place(),
                                "beside 'steps' nothing says which of them 'expect' is about; move it into that entry,"
                                        + " steps: " + STEPS);
            } else if (way.text().equals("test")) {
                shape.faults()
                        .shape(key.place(), "a test says itself whether it holds; remove 'expect', or assert it there");
            }
        }
    }

    private List<Template> command(Fields fields) {
        fields.node("run").ifPresent(run -> shape.atLeastOne(run, "run", COMMAND));
        return templates.words(fields, "run", COMMAND);
    }

    private Ask.Steps steps(Fields check) {
        check.node("steps").ifPresent(steps -> shape.atLeastOne(steps, "steps", STEPS));
        return new Ask.Steps(check.list("steps", STEPS, node -> {
            Fields fields = shape.fields(node, "an entry of steps", Level.STEP, "{run: " + COMMAND + "}");
            fields.required("run", COMMAND);
            return Optional.of(new Ask.Step(command(fields), expectation(fields)));
        }));
    }

    private Optional<Ask> script(Node node, Expectation expect) {
        shape.atLeastOne(node, "script", SCRIPT);
        Optional<Node> first =
                node instanceof Node.Items list ? list.items().stream().findFirst() : Optional.empty();
        List<Template> words = shape.list(
                node,
                "script",
                SCRIPT,
                item -> templates.text(
                        item,
                        "an entry of script",
                        first.filter(path -> path == item).isPresent() ? TextForm.FILE : TextForm.WORD));
        return words.stream()
                .findFirst()
                .map(path -> new Ask.Script(path.source(), words.subList(1, words.size()), expect));
    }

    private static Expectation expectation(Fields owner) {
        Fields fields = owner.fields("expect", Level.EXPECT, "expect: {exit: 0}");
        return new Expectation(
                fields.text("exit", TextForm.EXIT_CODE)
                        .map(exit -> Integer.valueOf(exit.text()))
                        .orElse(0),
                fields.text("stdout", TextForm.EXPRESSION),
                fields.text("stderr", TextForm.EXPRESSION),
                fields.limit("within"));
    }
}
