package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.export.CiMatrix;
import io.whittle.graph.export.ExportTemplate;
import io.whittle.graph.export.TemplateFaultException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A template of the user's own, filled in with a matrix.
 *
 * @param file where it goes
 * @param text what it has become
 */
record FilledMatrix(Path file, String text) {
    /** Fills in the one that is asked for, if any, and writes nothing yet. */
    static Optional<FilledMatrix> of(MatrixRequest request, CiMatrix matrix) throws GoalException, IOException {
        if (request.template().isEmpty()) {
            return Optional.empty();
        }
        Path template = request.template().get();
        Path file = request.templateOutput()
                .orElseGet(() -> request.output().resolve(TemplateFile.made(template)))
                .toAbsolutePath();
        List<String> faults = TemplateFile.refusals(file, List.of(template, request.catalog()));
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        try {
            return Optional.of(new FilledMatrix(
                    file,
                    ExportTemplate.read(template, TextFile.read(template, "whittle.template"))
                            .render(matrix)));
        } catch (TemplateFaultException broken) {
            throw new GoalException(List.of(broken.getMessage()));
        }
    }

    void write() throws IOException {
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
