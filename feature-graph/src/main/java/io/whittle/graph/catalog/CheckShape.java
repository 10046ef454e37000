package io.whittle.graph.catalog;

/** Reads one entry of {@code checks}. */
final class CheckShape {
    private final Shape shape;

    CheckShape(Shape shape) {
        this.shape = shape;
    }

    Check check(Node.Entry entry) {
        Mention name = entry.key().mention();
        String example = "[my-app, --version]";
        Fields fields = shape.fields(entry.value(), "check " + name, Level.CHECK, name + ": {run: " + example + "}");
        fields.required("run", example).ifPresent(run -> shape.atLeastOne(run, "run", example));
        return new Check(
                name,
                fields.texts("with", TextForm.NAME, "[cli]"),
                fields.texts("start", TextForm.WORD, example),
                fields.text("ready", TextForm.FREE),
                fields.texts("run", TextForm.WORD, example),
                expectation(fields.fields("expect", Level.EXPECT, "expect: {exit: 0}")));
    }

    private static Check.Expectation expectation(Fields fields) {
        return new Check.Expectation(
                fields.text("exit", TextForm.EXIT_CODE).map(exit -> Integer.valueOf(exit.text())),
                fields.text("stdout", TextForm.EXPRESSION),
                fields.text("stderr", TextForm.EXPRESSION),
                fields.text("within", TextForm.DURATION).map(within -> Quantity.of(within.text())));
    }
}
