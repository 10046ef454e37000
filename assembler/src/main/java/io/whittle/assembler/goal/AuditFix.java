package io.whittle.assembler.goal;

import io.whittle.assembler.audit.Audit;
import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.edit.CatalogEditor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds to a catalogue what mends findings, and looks again: what is added brings features in, whose own needs show only then. The file is
 * written once, when nothing more can be added and every profile can still be had.
 *
 * @param file the catalogue
 */
record AuditFix(Path file, Progress progress) {
    /** Looks at a catalogue that stands in no file yet. */
    @FunctionalInterface
    interface Look {
        Audit at(FeatureCatalog catalog) throws GoalException, IOException, InterruptedException;
    }

    /**
     * Mends.
     *
     * @return what an audit of the mended catalogue finds
     * @throws GoalException when a profile could not be had any more; the file is as it was then
     */
    Audit mend(Audit found, Look look) throws GoalException, IOException, InterruptedException {
        String before = Files.readString(file, StandardCharsets.UTF_8);
        String text = before;
        Audit audit = found;
        Set<Addition> tried = new LinkedHashSet<>();
        List<Addition> added = new ArrayList<>();
        List<Addition> open = open(audit, tried);
        while (!open.isEmpty()) {
            tried.addAll(open);
            for (Addition addition : open) {
                String next = added(text, addition);
                if (!next.equals(text)) {
                    added.add(addition);
                    text = next;
                }
            }
            audit = look(text, look);
            open = open(audit, tried);
        }
        if (text.equals(before)) {
            progress.say("nothing is added to " + file + ": no finding is mended by that");
            return found;
        }
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        progress.say("added to " + file + ":");
        added.forEach(addition -> progress.say("  " + addition));
        return audit;
    }

    private static List<Addition> open(Audit audit, Set<Addition> tried) {
        return audit.findings().stream()
                .flatMap(finding -> finding.edits().stream())
                .distinct()
                .filter(addition -> !tried.contains(addition))
                .toList();
    }

    private String added(String text, Addition addition) {
        try {
            String next = CatalogEditor.add(text, List.of(addition));
            if (next.equals(text)) {
                progress.warn("Not added: " + addition
                        + ". It stands there already, under a 'when' that is too narrow: widen that.");
            }
            return next;
        } catch (CatalogException broken) {
            progress.warn(
                    "Not added: " + addition + ". The catalogue would have a fault then:\n" + broken.getMessage());
            return text;
        }
    }

    private Audit look(String text, Look look) throws GoalException, IOException, InterruptedException {
        try {
            return look.at(CatalogReader.read(file, text).catalog());
        } catch (CatalogException broken) {
            throw new GoalException(List.of(broken.getMessage()));
        } catch (GoalException cannot) {
            List<String> faults = new ArrayList<>();
            faults.add("Nothing is added to " + file + ": with what the code needs these profiles cannot be had.");
            faults.addAll(cannot.faults());
            throw new GoalException(faults);
        }
    }
}
