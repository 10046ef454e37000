package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * What the docs goal is asked.
 *
 * @param catalog the file
 * @param files Markdown files with marks in them
 * @param check whether they are held against what they would be, and not written
 * @param outputs folders in which builds leave what they measured; of those that have it the first counts
 * @param command the command that renews the files, without their names
 */
public record DocsRequest(Path catalog, List<Path> files, boolean check, List<Path> outputs, String command) {
    public DocsRequest {
        files = List.copyOf(files);
        outputs = List.copyOf(outputs);
    }
}
