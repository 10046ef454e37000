package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;
import io.whittle.graph.catalog.CatalogException;
import io.whittle.graph.catalog.CatalogReader;
import io.whittle.graph.interchange.ImportedCatalog;
import io.whittle.graph.interchange.UvlException;
import io.whittle.graph.interchange.UvlImport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a catalogue of a model of another tool. */
public final class ImportGoal {
    private final ImportRequest request;
    private final Progress progress;

    private ImportGoal(ImportRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Runs the goal. No file is ever replaced: what stands under the name may be somebody's work.
     *
     * @throws GoalException with everything that stands against it; then nothing is written
     */
    public static void run(ImportRequest request, Progress progress) throws GoalException, IOException {
        new ImportGoal(request, progress).run();
    }

    private void run() throws GoalException, IOException {
        List<String> faults = new ArrayList<>();
        // A link that leads nowhere is somebody's, too.
        if (Files.exists(request.to(), LinkOption.NOFOLLOW_LINKS)) {
            faults.add(request.to() + " exists, and an import replaces nothing.\n"
                    + "  Move it away, or name another file with -Dwhittle.to=<file>.");
        }
        Optional<ImportedCatalog> imported = imported(faults);
        if (!faults.isEmpty()) {
            throw new GoalException(faults);
        }
        write(imported.orElseThrow());
    }

    private Optional<ImportedCatalog> imported(List<String> faults) {
        if (request.uvl().isEmpty()) {
            faults.add("No model is named.\n  Name a file in UVL with -Dwhittle.uvl=<file>.");
            return Optional.empty();
        }
        try {
            return Optional.of(UvlImport.read(request.uvl().get()));
        } catch (UvlException refused) {
            faults.add(refused.getMessage());
            return Optional.empty();
        }
    }

    private void write(ImportedCatalog imported) throws GoalException, IOException {
        Path to = request.to();
        try {
            CatalogReader.read(to, imported.text());
        } catch (CatalogException broken) {
            throw new GoalException(
                    List.of("What was made of " + imported.source().file()
                            + " is no catalogue, so nothing is written. Whittle is to blame, not the model; please report it.\n"
                            + broken.getMessage()));
        }
        imported.warnings().forEach(warning -> progress.warn(warning.render(imported.source(), "warning")));
        WholeFile.write(to.toAbsolutePath(), imported.text().getBytes(StandardCharsets.UTF_8));
        progress.say("model " + imported.source().file().getFileName() + ": features: " + imported.features()
                + "; constraints across the tree: " + imported.constraints());
        progress.say("catalogue: features: " + imported.features() + " and " + imported.helpers()
                + " internal; capabilities: " + imported.capabilities());
        progress.say("written to " + to);
    }
}
