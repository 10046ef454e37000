package io.whittle.assembler.probe;

import io.whittle.assembler.text.Printable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A probe for a console. */
public final class ProbeText {
    private final Probe probe;
    private final List<String> lines = new ArrayList<>();

    private ProbeText(Probe probe) {
        this.probe = probe;
    }

    /** Lines without their ends, the counts last; none holds a control character. */
    public static List<String> lines(Probe probe) {
        return new ProbeText(probe).lines();
    }

    private List<String> lines() {
        probe.findings().forEach(this::add);
        probe.refused().forEach(refused -> {
            line(0, "no image of " + String.join(", ", refused.rows()) + ":");
            refused.faults().forEach(fault -> fault.lines().forEach(line -> line(1, line)));
        });
        Set<String> told = new TreeSet<>();
        probe.findings().forEach(finding -> told.addAll(finding.rows()));
        probe.refused().forEach(refused -> told.addAll(refused.rows()));
        if (!told.isEmpty()) {
            line(0, "to try a row, paste it into the catalogue under profiles:");
        }
        probe.rows().stream()
                .filter(row -> told.contains(row.row().profile()))
                .forEach(row -> line(1, ProbeWords.profile(row.row())));
        ProbeWords.silent(probe).forEach(silent -> line(0, silent));
        ProbeWords.notCovered(probe).ifPresent(text -> line(0, text));
        line(0, "probed on " + probe.platform() + ": " + ProbeWords.verdict(probe) + " in " + ProbeWords.counts(probe));
        return List.copyOf(lines);
    }

    private void add(Finding finding) {
        line(0, ProbeWords.headline(finding));
        line(1, "in " + finding.failure().row() + ", " + finding.failure().at());
        line(2, "expected: " + finding.failure().expected());
        line(2, "got: " + finding.failure().got());
        for (Failure.Log log : finding.failure().logs()) {
            line(2, "end of " + log.name() + ":");
            log.lines().forEach(line -> line(3, line));
        }
        List<String> mends = ProbeWords.mends(finding);
        for (int i = 0; i < mends.size(); i++) {
            line(1, (i == 0 ? "mend: " : "  or: ") + mends.get(i));
        }
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + Printable.of(text));
    }
}
