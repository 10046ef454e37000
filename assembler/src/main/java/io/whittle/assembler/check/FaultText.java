package io.whittle.assembler.check;

import io.whittle.assembler.check.Fault.LogEnd;
import io.whittle.assembler.text.Printable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fault in lines of text, none of which holds a control character. */
final class FaultText {
    private static final String INDENT = "  ";

    private FaultText() {}

    /** What was expected and what was got, the ends of the logs, and how to do it again. */
    static List<String> lines(Fault fault, Path work) {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.of(fault.at()));
        lines.add(INDENT + "expected: " + Printable.of(fault.expected()));
        lines.add(INDENT + "got: " + Printable.of(fault.got()));
        for (LogEnd log : fault.logs()) {
            lines.add(INDENT + "end of " + work.relativize(log.file()) + ":"
                    + (log.dropped() > 0 ? " (" + log.dropped() + " bytes more were not kept)" : ""));
            log.lines().forEach(line -> lines.add(INDENT + INDENT + line));
        }
        lines.add(INDENT + "by hand:");
        // A word of a command may hold line breaks; those must stay what they are.
        fault.again()
                .forEach(command -> command.lines().forEach(line -> lines.add(INDENT + INDENT + Printable.of(line))));
        return lines;
    }
}
