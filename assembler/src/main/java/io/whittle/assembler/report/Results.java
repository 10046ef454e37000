package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.ReadDocument;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What was found below folders of results, which may be unpacked archives of other machines: at any depth, by the names of documents.
 *
 * @param images of which something was written, by name, platform and folder
 * @param audits that were found
 * @param validations that were found
 * @param matrices that were found
 * @param faults documents that are of no use and belong to no image
 */
public record Results(
        List<ImageDocuments> images,
        List<JsonNode> audits,
        List<JsonNode> validations,
        List<JsonNode> matrices,
        List<String> faults) {
    /** Where nothing of Whittle's is, and much else may be. */
    private static final Set<String> PASSED_BY = Set.of("node_modules", ".git");

    public Results {
        images = List.copyOf(images);
        audits = List.copyOf(audits);
        validations = List.copyOf(validations);
        matrices = List.copyOf(matrices);
        faults = List.copyOf(faults);
    }

    /** Looks below folders; links are not followed. */
    public static Results below(List<Path> roots) throws IOException {
        List<ImageDocuments> images = new ArrayList<>();
        List<JsonNode> audits = new ArrayList<>();
        List<JsonNode> validations = new ArrayList<>();
        List<JsonNode> matrices = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path root : roots) {
            for (Path folder : folders(root)) {
                String shown = shown(root, folder);
                if (isOfImage(folder)) {
                    ImageDocuments found;
                    try {
                        found = ImageDocuments.of(folder, shown);
                    } catch (IOException unreadable) {
                        faults.add(shown + " cannot be read: " + unreadable.getMessage());
                        continue;
                    }
                    if (found.isNamed()) {
                        images.add(found);
                    } else if (found.useless().isEmpty()) {
                        faults.add(shown + " has documents of an image, and none says of which");
                    } else {
                        faults.addAll(new TreeMap<>(found.useless()).values());
                    }
                }
                add(audits, folder.resolve("audit.json"), shown, faults);
                add(validations, folder.resolve("validation.json"), shown, faults);
                add(matrices, folder.resolve("matrix.json"), shown, faults);
            }
        }
        images.sort(Comparator.comparing(ImageDocuments::key).thenComparing(ImageDocuments::shown));
        return new Results(images, audits, validations, matrices, faults);
    }

    /** The same, without images that are not meant. */
    public Results only(BiPredicate<String, String> meant) {
        return new Results(
                images.stream()
                        .filter(image -> meant.test(image.name(), image.platform()))
                        .toList(),
                audits,
                validations,
                matrices,
                faults);
    }

    /** The same, with what else stands against it. */
    public Results withFaults(List<String> more) {
        return new Results(images, audits, validations, matrices, both(faults, more));
    }

    /** The same, with what is known beside images from elsewhere. */
    public Results and(Results other) {
        return new Results(
                both(images, other.images),
                both(audits, other.audits),
                both(validations, other.validations),
                both(matrices, other.matrices),
                both(faults, other.faults));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The first folder of an image. */
    public Path folder(String key) {
        return images.stream()
                .filter(image -> image.key().equals(key))
                .findFirst()
                .orElseThrow()
                .folder();
    }

    /** Names and platforms of the images, each {@code name/platform} once. */
    public List<String> keys() {
        return images.stream().map(ImageDocuments::key).distinct().toList();
    }

    private static void add(List<JsonNode> documents, Path file, String shown, List<String> faults) throws IOException {
        ReadDocument document = ReadDocument.of(file, shown + "/" + file.getFileName());
        document.tree().ifPresent(documents::add);
        document.fault().ifPresent(faults::add);
    }

    private static List<Path> folders(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return folders;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root) && PASSED_BY.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(folder);
                // What lies below is the image itself, and logs.
                return isOfImage(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }
        });
        folders.sort(Comparator.naturalOrder());
        return folders;
    }

    private static boolean isOfImage(Path folder) {
        return new DocumentFolder(folder).isOfImage();
    }

    private static String shown(Path root, Path folder) {
        String below = root.relativize(folder).toString().replace('\\', '/');
        return below.isEmpty()
                ? String.valueOf(root.toAbsolutePath().normalize().getFileName())
                : below;
    }
}
