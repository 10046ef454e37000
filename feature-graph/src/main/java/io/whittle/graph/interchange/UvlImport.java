package io.whittle.graph.interchange;

import io.whittle.graph.catalog.CatalogSource;
import io.whittle.graph.catalog.Notice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a catalogue of a model in UVL, the Universal Variability Language. The sets of features that the catalogue allows
 * are those that the model allows; the internal features that stand for parts of constraints aside. docs/interchange.md
 * says what becomes what.
 *
 * <p>Models are Boolean: trees with all kinds of groups, and constraints. All faults come at once, except that a text that
 * is no UVL is not looked at further. The catalogue grows linearly with the model, but for cardinalities other than 0, 1
 * and all, whose subsets are written out and limited.
 */
public final class UvlImport {
    private UvlImport() {}

    /**
     * Reads a file.
     *
     * @param file named in messages as it is given here; at most 64 MiB of UTF-8
     * @throws UvlException with every fault, also when there is no such file
     */
    public static ImportedCatalog read(Path file) throws UvlException {
        return read(file, UvlText.of(file));
    }

    /**
     * Reads a text.
     *
     * @param name the file as messages call it
     * @param text without a byte order mark
     * @throws UvlException with every fault
     */
    public static ImportedCatalog read(Path name, String text) throws UvlException {
        CatalogSource source = UvlText.source(name, text);
        List<Notice> faults = new ArrayList<>();
        UvlModel model = UvlTree.read(text, faults);
        if (!faults.isEmpty()) {
            throw new UvlException(source, faults);
        }
        Draft draft = Encoding.of(model, faults);
        if (!faults.isEmpty()) {
            throw new UvlException(source, faults);
        }
        return new ImportedCatalog(
                source,
                new CatalogYaml(model, draft).text(String.valueOf(name.getFileName())),
                model.features().size(),
                model.constraints().size(),
                draft.features().size() - model.features().size(),
                draft.capabilities().size(),
                List.copyOf(model.attributes().values()));
    }
}
