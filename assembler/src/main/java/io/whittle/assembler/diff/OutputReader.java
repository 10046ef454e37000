package io.whittle.assembler.diff;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.ReadDocument;
import io.whittle.assembler.lock.LockedFinding;
import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what a build has left: of all images of an output folder, or of one from the folder of that. */
public final class OutputReader {
    private static final String AUDIT = "audit.json";

    private final String name;
    private final List<String> faults = new ArrayList<>();
    private final SortedMap<ImageKey, ImageState> images = new TreeMap<>();

    private OutputReader(String name) {
        this.name = name;
    }

    /** Whether the folder is that of one image. */
    public static boolean isImage(Path folder) {
        // Every folder of an image has it.
        return Files.isRegularFile(folder.resolve(DocumentFolder.RESOLUTION), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads a folder; links in it are not followed. Linear in its documents and in the files of images that nobody has measured.
     *
     * @param name as the user named it
     * @throws UnusableSideException when a document cannot be read, or there is none
     */
    public static Side read(String name, Path folder) throws UnusableSideException, IOException {
        OutputReader reader = new OutputReader(name);
        boolean one = isImage(folder);
        for (Path image : one ? List.of(folder) : folders(folder)) {
            reader.image(image);
        }
        Optional<SortedMap<LockedFinding, String>> findings = one ? Optional.empty() : reader.findings(folder);
        if (reader.images.isEmpty() && reader.faults.isEmpty() && findings.isEmpty()) {
            reader.faults.add(name + " holds nothing that a build of Whittle has left: no <profile>/<platform>/"
                    + DocumentFolder.RESOLUTION
                    + " and no " + AUDIT
                    + ".\n  Name a target/whittle, the folder of one image in it, a whittle.lock or a"
                    + " feature-tags.yaml; " + DocumentFolder.RESOLUTION
                    + " comes with 'mvn package whittle:link' or 'mvn whittle:resolve'.");
        }
        if (!reader.faults.isEmpty()) {
            throw new UnusableSideException(reader.faults);
        }
        return new Side(
                one ? Kind.IMAGE : Kind.OUTPUT, name, Optional.empty(), reader.images, new TreeMap<>(), findings);
    }

    private static List<Path> folders(Path output) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path profile : inside(output)) {
            for (Path platform : inside(profile)) {
                if (isImage(platform)) {
                    folders.add(platform);
                }
            }
        }
        return folders;
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private void image(Path folder) throws IOException {
        try {
            DocumentFolder documents = new DocumentFolder(folder);
            JsonNode resolution =
                    Document.of(documents.read(DocumentFolder.RESOLUTION)).orElseThrow();
            ImageKey key = new ImageKey(
                    Document.text(resolution, "profile", folder.resolve(DocumentFolder.RESOLUTION)),
                    Platform.parse(Document.text(resolution, "platform", folder.resolve(DocumentFolder.RESOLUTION))));
            images.put(key, new ImageDocuments(documents, resolution).state());
        } catch (UnusableSideException unreadable) {
            faults.addAll(unreadable.faults());
        } catch (IllegalPlatformException other) {
            faults.add(Document.not(
                    folder.resolve(DocumentFolder.RESOLUTION), "its platform is none: " + other.getMessage()));
        }
    }

    private static List<JsonNode> all(JsonNode found) {
        List<JsonNode> all = new ArrayList<>(List.of(found));
        found.path("also").forEach(all::add);
        return all;
    }

    private Optional<SortedMap<LockedFinding, String>> findings(Path folder) throws IOException {
        try {
            Optional<JsonNode> audit = Document.of(ReadDocument.of(folder.resolve(AUDIT), "" + folder.resolve(AUDIT)));
            if (audit.isEmpty()) {
                return Optional.empty();
            }
            SortedMap<LockedFinding, String> findings = new TreeMap<>();
            for (String list : List.of("findings", "accepted")) {
                for (JsonNode found : audit.get().path(list)) {
                    String words = (list.equals("accepted")
                                    ? "accepted: "
                                    : found.path("severity").asString("") + ": ")
                            + found.path("text").asString("");
                    // One that is true of several features is one of each, whichever of them it was told of.
                    for (JsonNode of : all(found)) {
                        findings.put(
                                new LockedFinding(
                                        Document.text(found, "code", folder.resolve(AUDIT)),
                                        Optional.of(of.path("feature").asString(""))
                                                .filter(feature -> !feature.isEmpty()),
                                        Document.text(found, "target", folder.resolve(AUDIT))),
                                words);
                    }
                }
            }
            return Optional.of(findings);
        } catch (UnusableSideException unreadable) {
            faults.addAll(unreadable.faults());
            return Optional.empty();
        }
    }
}
