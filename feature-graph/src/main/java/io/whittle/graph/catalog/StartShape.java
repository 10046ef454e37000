package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/** Reads what a check starts, when that is ready and how it is ended: {@code start}, {@code ready} and {@code stop}. */
final class StartShape {
    private static final String COMMAND = "[my-app, --serve]";

    private final Shape shape;
    private final TemplateShape templates;

    StartShape(Shape shape, TemplateShape templates) {
        this.shape = shape;
        this.templates = templates;
    }

    Optional<Start> read(Fields check) {
        check.node("start").ifPresent(start -> shape.atLeastOne(start, "start", COMMAND));
        List<Template> words = templates.words(check, "start", COMMAND);
        Optional<Readiness> ready = check.node("ready").map(this::ready);
        Stop stop = stop(check.fields("stop", Level.STOP, "stop: {signal: TERM, within: 5 s}"));
        if (check.node("start").isEmpty()) {
            check.standing(List.of("ready", "stop")).forEach(this::withoutStart);
            return Optional.empty();
        }
        return Optional.of(new Start(words, ready, stop));
    }

    private void withoutStart(Mention key) {
        shape.faults()
                .shape(
                        key.place(),
                        "'" + key + "' is about the process that 'start' starts, and this check has no 'start'; add it,"
                                + " such as start: " + COMMAND + ", or remove '" + key + "'");
    }

    private Readiness ready(Node node) {
        if (!(node instanceof Node.Entries)) {
            Optional<Mention> log = shape.text(node, "ready", TextForm.EXPRESSION);
            return new Readiness(log, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Fields fields = shape.fields(node, "ready", Level.READY, "ready: {log: listening on}");
        fields.requiredOneOf(List.of("log", "port", "file"), "add one, such as log: listening on");
        Optional<Mention> port = fields.text("port", TextForm.NAME);
        port.ifPresent(templates::port);
        return new Readiness(
                fields.text("log", TextForm.EXPRESSION),
                port,
                fields.text("file", TextForm.FILE),
                fields.limit("within"));
    }

    private Stop stop(Fields fields) {
        List<Mention> ways = fields.standing(List.of("signal", "run"));
        if (ways.size() > 1) {
            shape.faults()
                    .shape(
                            ways.get(1).place(),
                            "stop takes a signal or a command to run, and '" + ways.get(0)
                                    + "' stands here already; remove one");
        }
        fields.node("run").ifPresent(run -> shape.atLeastOne(run, "run", "[my-app, stop]"));
        List<Template> command = templates.words(fields, "run", "[my-app, stop]");
        Stop.Signal signal = fields.text("signal", TextForm.SIGNAL)
                .map(text -> Stop.Signal.valueOf(text.text()))
                .orElse(Stop.Signal.TERM);
        return new Stop(
                command.isEmpty() ? signal : new Stop.Command(command),
                fields.limit("within").orElse(Stop.WITHIN_MILLIS),
                fields.text("exit", TextForm.EXIT_CODE).map(exit -> Integer.valueOf(exit.text())));
    }
}
