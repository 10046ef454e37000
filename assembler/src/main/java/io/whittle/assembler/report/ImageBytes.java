package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.jimage.ImageSize;
import io.whittle.assembler.jimage.ModuleBytes;
import io.whittle.assembler.natives.NativeHeader;
import io.whittle.assembler.report.BuiltImage.File;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What an image takes on disk: read from the image where it stands here, or else from what its own machine reported.
 *
 * @param total of all files; empty where nobody knows
 * @param modules by name, in lib/modules
 * @param jars by their path in the image
 * @param files that are neither
 */
record ImageBytes(OptionalLong total, Map<String, ModuleBytes> modules, Map<String, Long> jars, List<File> files) {
    ImageBytes {
        modules = Map.copyOf(modules);
        jars = Map.copyOf(jars);
        files = List.copyOf(files);
    }

    static ImageBytes of(ImageDocuments documents) throws IOException {
        Path image = documents.folder().resolve("image");
        boolean isThere = Stream.of(image, image.resolve("lib")).allMatch(ImageBytes::isFolder)
                && Files.isRegularFile(image.resolve("lib/modules"), LinkOption.NOFOLLOW_LINKS);
        return isThere ? measured(image) : reported(documents);
    }

    // Links may lead anywhere.
    private static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static ImageBytes measured(Path image) throws IOException {
        ImageSize size = ImageSize.of(image);
        Map<String, Long> jars = new HashMap<>();
        List<File> files = new ArrayList<>();
        for (ImageSize.Contributor part : size.contributors()) {
            if (part.name().startsWith("module ")) {
                continue;
            }
            if (part.name().startsWith("lib/classpath/")) {
                jars.put(part.name(), part.bytes());
            } else {
                files.add(new File(part.name(), kind(image.resolve(part.name())), part.bytes()));
            }
        }
        return new ImageBytes(OptionalLong.of(size.total()), ModuleBytes.of(image.resolve("lib/modules")), jars, files);
    }

    private static String kind(Path file) throws IOException {
        return Files.isRegularFile(file) && NativeHeader.of(file).isPresent() ? "native" : "other";
    }

    // Runners of CI services pass documents on, and seldom images.
    static ImageBytes reported(ImageDocuments documents) {
        JsonNode report = documents.tree(DocumentFolder.REPORT).path("images").path(0);
        OptionalLong packed = Json.number(documents.tree(DocumentFolder.PACK).path("image"), "bytes");
        if (!report.path("id").equals(documents.tree(DocumentFolder.CELL).path("plan"))
                || !Json.text(report, "key").equals(documents.key())) {
            return new ImageBytes(packed, Map.of(), Map.of(), List.of());
        }
        Map<String, ModuleBytes> modules = new HashMap<>();
        for (JsonNode module : Json.entries(report, "modules")) {
            Json.number(module, "classes")
                    .ifPresent(classes -> modules.put(
                            Json.text(module, "name"),
                            new ModuleBytes(
                                    classes, Json.number(module, "other").orElse(0))));
        }
        Map<String, Long> jars = new HashMap<>();
        Json.entries(report, "jars")
                .forEach(jar -> Json.number(jar, "bytes").ifPresent(taken -> jars.put(Json.text(jar, "file"), taken)));
        List<File> files = Json.entries(report, "files").stream()
                .map(file -> new File(
                        Json.text(file, "path"),
                        Json.text(file, "kind"),
                        Json.number(file, "bytes").orElse(0)))
                .toList();
        OptionalLong total = Json.number(report, "bytes");
        return new ImageBytes(total.isPresent() ? total : packed, modules, jars, files);
    }
}
