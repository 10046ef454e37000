package io.whittle.assembler.oci;

import io.whittle.assembler.fresh.WholeFiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is told of the container images of a call. */
public final class OciReports {
    /** For programs; its schema is docs/oci.schema.json. */
    public static final String JSON = "oci.json";

    /** For people. */
    public static final String MARKDOWN = "oci.md";

    private OciReports() {}

    /**
     * Writes both for each profile into its folder, and gives the lines for a console.
     *
     * @param output the folder below which each profile has its own
     */
    public static List<String> write(List<ContainerImages> all, Path output) throws IOException {
        SortedMap<String, List<String>> sharing = ContainerImages.sharing(all);
        List<String> lines = new ArrayList<>();
        for (ContainerImages images : all) {
            SortedMap<String, String> texts = new TreeMap<>();
            texts.put(JSON, OciJson.write(images, sharing));
            texts.put(MARKDOWN, OciMarkdown.write(images, sharing));
            WholeFiles.write(output.resolve(images.profile()), texts);
            lines.addAll(OciText.lines(images, sharing));
        }
        return lines;
    }

    /** What {@link #write} writes. */
    public static List<Path> files(List<ContainerImages> all, Path output) {
        List<Path> files = new ArrayList<>();
        for (ContainerImages images : all) {
            files.add(output.resolve(images.profile()).resolve(JSON));
            files.add(output.resolve(images.profile()).resolve(MARKDOWN));
        }
        return files;
    }
}
