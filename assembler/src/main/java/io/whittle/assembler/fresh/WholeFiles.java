package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Several texts that belong together: none appears where one of them cannot be written. */
public final class WholeFiles {
    private WholeFiles() {}

    /**
     * Writes the texts below a folder, which is made where it is not there. They appear in the order of their names.
     *
     * @param texts by name of the file, or by its way from the folder with {@code /}
     */
    public static void write(Path folder, SortedMap<String, String> texts) throws IOException {
        List<WholeFile> files = new ArrayList<>();
        try {
            for (String name : texts.keySet()) {
                Path file = folder.resolve(name);
                Path beside = file.resolveSibling(
                        file.getFileName() + ".new-" + ProcessHandle.current().pid());
                files.add(WholeFile.prepare(file, beside, texts.get(name).getBytes(StandardCharsets.UTF_8)));
            }
            for (WholeFile file : files) {
                file.appear();
            }
        } finally {
            for (WholeFile file : files) {
                file.close();
            }
        }
    }
}
