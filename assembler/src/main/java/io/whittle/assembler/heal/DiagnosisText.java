package io.whittle.assembler.heal;

import io.whittle.assembler.text.Printable;

import java.util.ArrayList;
import java.util.List;

/** A diagnosis for a console. */
public final class DiagnosisText {
    private static final String INDENT = "  ";

    private DiagnosisText() {}

    /** Lines without their ends; none holds a control character. */
    public static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(DiagnosisWords.headline(diagnosis));
        diagnosis.fault().ifPresent(fault -> {
            lines.add(INDENT + Printable.of(fault.at()));
            lines.add(INDENT + INDENT + "expected: " + Printable.of(fault.expected()));
            lines.add(INDENT + INDENT + "got: " + Printable.of(fault.got()));
        });
        DiagnosisWords.sentences(diagnosis).forEach(sentence -> lines.add(INDENT + sentence));
        if (!diagnosis.edits().isEmpty()) {
            lines.add(INDENT + "declare it at " + DiagnosisWords.where(diagnosis) + ":");
            DiagnosisWords.lines(diagnosis.edits()).forEach(line -> lines.add(INDENT + INDENT + line));
        }
        lines.add(INDENT + DiagnosisWords.effort(diagnosis.runs()));
        return List.copyOf(lines);
    }
}
