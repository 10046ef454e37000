package io.whittle.assembler.report;

import io.whittle.assembler.report.Report.FaultKind;
import io.whittle.assembler.report.Report.ReportFault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the images that were found is which of those that should be there. */
final class Matching {
    private final ReportInput input;
    private final List<ReportFault> faults;

    /**
     * A matching of what was found.
     *
     * @param faults gets what was found twice and differs
     */
    Matching(ReportInput input, List<ReportFault> faults) {
        this.input = input;
        this.faults = faults;
    }

    /**
     * An image.
     *
     * @param cell that it is for
     * @param same all that was found of it, the first of which is told; never empty
     */
    record Match(Optional<ExpectedImage> cell, List<ImageDocuments> same) {
        Match {
            same = List.copyOf(same);
        }
    }

    /** Each image that was found once. */
    List<Match> all() {
        Map<Object, List<ImageDocuments>> groups = new LinkedHashMap<>();
        Map<ImageDocuments, Optional<ExpectedImage>> cells = new LinkedHashMap<>();
        for (ImageDocuments image : input.results().images()) {
            Optional<ExpectedImage> cell = cell(image);
            cells.put(image, cell);
            groups.computeIfAbsent(cell.isPresent() ? cell.get() : image.key(), none -> new ArrayList<>())
                    .add(image);
        }
        List<Match> matched = new ArrayList<>();
        for (List<ImageDocuments> same : groups.values()) {
            ImageDocuments first = same.get(0);
            matched.add(new Match(cells.get(first), same));
            same.stream()
                    .filter(other -> !other.isSame(first))
                    .forEach(other -> faults.add(new ReportFault(
                            FaultKind.DOUBLED,
                            Optional.of(first.key()),
                            "there are two results of " + first.called() + " that differ, in " + first.shown()
                                    + " and in " + other.shown() + "; told is the first",
                            cells.get(first).map(ExpectedImage::command))));
        }
        return matched;
    }

    private Optional<ExpectedImage> cell(ImageDocuments image) {
        Optional<ExpectedImage> called =
                input.expected().stream().filter(cell -> cell.isCalled(image)).findFirst();
        if (input.kind() == Report.Kind.BUILD
                || called.filter(cell -> cell.isOf(image)).isPresent()) {
            return called;
        }
        // A row that another one stands for may have been built by its own name.
        return input.expected().stream()
                .filter(cell -> cell.isOf(image))
                .findFirst()
                .or(() -> called);
    }
}
