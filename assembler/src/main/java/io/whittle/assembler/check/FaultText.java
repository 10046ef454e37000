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
        return lines(List.of(fault), work);
    }

    /** The same of several; what one step did is told once, however much of it was not as expected. */
    static List<String> lines(List<Fault> faults, Path work) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (i == 0 || !ofOneStep(faults.get(i - 1), fault)) {
                lines.add(Printable.of(fault.at()));
            }
            lines.add(INDENT + "expected: " + Printable.of(fault.expected()));
            lines.add(INDENT + "got: " + Printable.of(fault.got()));
            if (i == faults.size() - 1 || !ofOneStep(fault, faults.get(i + 1))) {
                addEvidence(lines, fault, work);
            }
        }
        return lines;
    }

    /** One attempt expects a thing once; where it is expected again, it is another attempt. */
    private static boolean ofOneStep(Fault one, Fault other) {
        return one.at().equals(other.at())
                && !one.expected().equals(other.expected())
                && one.logs().equals(other.logs())
                && one.again().equals(other.again());
    }

    private static void addEvidence(List<String> lines, Fault fault, Path work) {
        for (LogEnd log : fault.logs()) {
            lines.add(INDENT + "end of " + work.relativize(log.file()) + ":"
                    + (log.dropped() > 0 ? " (" + log.dropped() + " bytes more were not kept)" : ""));
            log.lines().forEach(line -> lines.add(INDENT + INDENT + line));
        }
        lines.add(INDENT + "by hand:");
        // A word of a command may hold line breaks; those must stay what they are.
        fault.again()
                .forEach(command -> command.lines().forEach(line -> lines.add(INDENT + INDENT + Printable.of(line))));
    }
}
