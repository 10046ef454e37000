package io.whittle.assembler.report;

import io.whittle.assembler.report.BuiltImage.Document;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files beside an image, linked from a report. */
final class Links {
    private Links() {}

    /** Documents and archives, by name; none of a report itself. */
    static List<Document> of(ImageDocuments documents, Path from) throws IOException {
        try (Stream<Path> files = Files.list(documents.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isDocument(file.getFileName().toString()))
                    .sorted()
                    .map(file -> new Document(file.getFileName().toString(), href(from, file)))
                    .toList();
        }
    }

    private static boolean isDocument(String name) {
        return name.matches(".*\\.(json|md|xml|sarif|sha256|tar\\.gz|tar\\.zst|zip)") && !name.startsWith("report.");
    }

    // Relative, so that a report names no machine; on Windows there is no way to another drive.
    private static Optional<String> href(Path from, Path file) {
        try {
            Path way = from.toAbsolutePath()
                    .normalize()
                    .relativize(file.toAbsolutePath().normalize());
            return Optional.of(new URI(null, null, way.toString().replace('\\', '/'), null).getRawPath());
        } catch (IllegalArgumentException | URISyntaxException none) {
            return Optional.empty();
        }
    }
}
