package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.WholeFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sees to it that two projects that link into one folder hear of each other: their images overwrite each other. */
final class OutputOwner {
    private final Path file;
    private final String project;

    OutputOwner(LinkRequest request) {
        this.file = request.output().resolve("link.project");
        this.project = request.project();
    }

    /** Warns when the images that stand there are another project's. */
    void warnOfAnother(Progress progress) throws IOException {
        // Whatever bytes stand there, they are some name or none.
        String former = Files.isRegularFile(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip()
                : "";
        if (!former.isEmpty() && !former.equals(project)) {
            progress.warn(file.getParent() + " holds images of " + former + ", and " + project
                    + " links there too: each overwrites the other's.\n"
                    + "  Give each project an outputDirectory of its own; if the project was renamed, all is well.");
        }
    }

    /** Says whose the images are that now stand there. */
    void claim() throws IOException {
        WholeFile.write(file, (project + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
