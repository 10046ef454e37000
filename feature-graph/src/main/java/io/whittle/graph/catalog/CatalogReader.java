package io.whittle.graph.catalog;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads feature-tags.yaml. All faults of a file come at once, each with its place, except that a file that is no YAML
 * ends at the first. Time and memory grow with the file's length; the largest file is 64 MiB.
 */
public final class CatalogReader {
    private CatalogReader() {}

    /**
     * Reads a file.
     *
     * @param file named in messages as it is given here
     * @throws CatalogException with every fault, also when there is no such file
     */
    public static CatalogReading read(Path file) throws CatalogException {
        return read(file, CatalogBytes.of(file));
    }

    /**
     * Reads a file's content.
     *
     * @param name the file as messages call it
     * @param content its bytes
     * @throws CatalogException with every fault
     */
    public static CatalogReading read(Path name, byte[] content) throws CatalogException {
        return read(name, CatalogText.decode(name, content));
    }

    /**
     * Reads a file's text.
     *
     * @param name the file as messages call it
     * @param text without a byte order mark
     * @throws CatalogException with every fault
     */
    public static CatalogReading read(Path name, String text) throws CatalogException {
        CatalogSource source = CatalogSource.of(name, text);
        FaultLog faults = new FaultLog();
        Optional<Notice> noYaml = CatalogText.fault(source, text);
        noYaml.ifPresent(notice -> faults.shape(notice.place(), notice.text()));
        Optional<Node> root = noYaml.isPresent() ? Optional.empty() : YamlNodes.read(text, source, faults);
        if (root.isEmpty()) {
            throw new CatalogException(source, faults.all());
        }
        NearestName nearest = new NearestName();
        FeatureCatalog catalog = new CatalogShape(source, new Shape(source, faults, nearest)).read(root.get());
        CatalogMeaning.check(catalog, faults, nearest);
        if (faults.any()) {
            throw new CatalogException(source, faults.all());
        }
        return new CatalogReading(
                catalog,
                new InternalIncludes(catalog).warnings().stream().sorted().toList());
    }
}
