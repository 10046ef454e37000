package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.documents.ReadDocument;
import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was written of one image, as far as it can be read.
 *
 * @param folder in which the documents stand
 * @param shown the folder as people are told of it
 * @param trees of the documents that can be used, by the names of their files
 * @param useless why others cannot be, by the names of their files
 * @param former which tell figures of what was linked before, in words: no verdict rests on them
 * @param planHash of plan.json, where there is one
 */
record ImageDocuments(
        Path folder,
        String shown,
        Map<String, JsonNode> trees,
        Map<String, String> useless,
        List<String> former,
        Optional<String> planHash) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** Lists of a plan, of what is put into the image. */
    private static final List<String> PARTS = List.of("modules", "classpath");

    /** Who writes what nothing but figures stand in. */
    private static final Map<String, String> FIGURES = Map.of(
            DocumentFolder.PACK,
            "whittle:pack",
            DocumentFolder.OCI,
            "whittle:oci",
            DocumentFolder.COST,
            "whittle:cost");

    ImageDocuments {
        trees = Map.copyOf(trees);
        useless = Map.copyOf(useless);
        former = List.copyOf(former);
    }

    /** Reads them. */
    static ImageDocuments of(Path folder, String shown) throws IOException {
        DocumentFolder documents = new DocumentFolder(folder, shown);
        Optional<String> hash = documents.planHash();
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        Map<String, String> useless = new LinkedHashMap<>();
        List<String> former = new ArrayList<>();
        for (String name : DocumentFolder.ALL) {
            ReadDocument document = documents.read(name);
            // A former report is written over; nothing rests on it.
            document.fault()
                    .filter(fault -> !name.equals(DocumentFolder.REPORT))
                    .ifPresent(fault -> useless.put(name, fault));
            document.tree().ifPresent(tree -> {
                if (name.equals(DocumentFolder.PLAN) && !hasWholeParts(tree)) {
                    useless.put(name, shown + "/" + name + " is damaged: an entry of its modules or jars is no object");
                    return;
                }
                Optional<String> of = name.equals(DocumentFolder.OCI)
                        ? planOfContainer(tree, trees.getOrDefault(DocumentFolder.PLAN, tree))
                        : Json.optional(tree, "plan");
                if (hash.isPresent()
                        && of.isPresent()
                        && !name.equals(DocumentFolder.CELL)
                        && !of.get().equals(hash.get())) {
                    String text = shown + "/" + name + " is of another image than " + DocumentFolder.PLAN
                            + ": what was linked has changed since";
                    if (FIGURES.containsKey(name)) {
                        former.add(text + ", so its figures are left out; " + FIGURES.get(name) + " writes it anew");
                    } else {
                        useless.put(name, text);
                    }
                } else {
                    trees.put(name, tree);
                }
            });
        }
        return new ImageDocuments(folder, shown, trees, useless, former, hash);
    }

    private static boolean hasWholeParts(JsonNode plan) {
        return PARTS.stream()
                .flatMap(parts -> Json.entries(plan, parts).stream())
                .allMatch(JsonNode::isObject);
    }

    // One document tells those of all platforms.
    private static Optional<String> planOfContainer(JsonNode containers, JsonNode plan) {
        return Json.text(containers, "profile").equals(Json.text(plan, "profile"))
                ? Json.entries(containers, "images").stream()
                        .filter(image -> Json.text(image, "platform").equals(Json.text(plan, "platform")))
                        .flatMap(image -> Json.optional(image, "plan").stream())
                        .findFirst()
                : Optional.empty();
    }

    /** A document; empty where there is none that can be used. */
    JsonNode tree(String name) {
        return trees.getOrDefault(name, JsonNodeFactory.instance.objectNode());
    }

    boolean has(String name) {
        return trees.containsKey(name);
    }

    /** Why a document tells nothing. */
    String lacking(String name) {
        return useless.getOrDefault(name, shown + "/" + name + " is not there");
    }

    /** Whether they say of which image they are, in words that there are. */
    boolean isNamed() {
        try {
            return NAME.matcher(name()).matches()
                    && Platform.parse(platform()).toString().equals(platform());
        } catch (IllegalPlatformException none) {
            return false;
        }
    }

    String name() {
        return said("profile");
    }

    String platform() {
        return said("platform");
    }

    /** {@code name/platform}. */
    String key() {
        return name() + "/" + platform();
    }

    /** {@code minimal for linux/amd64}. */
    String called() {
        return name() + " for " + platform();
    }

    /** The id of its cell, as its build knew it. */
    Optional<String> id(boolean byPlan) {
        return Json.optional(tree(DocumentFolder.CELL), byPlan ? "plan" : "resolution");
    }

    /** Whether the same image was built: rows of one cell differ in their names and in why something is in. */
    boolean isSame(ImageDocuments other) {
        Map<String, String> others = other.outcomes();
        return image().equals(other.image())
                && outcomes().entrySet().stream()
                        .allMatch(check -> others.getOrDefault(check.getKey(), check.getValue())
                                .equals(check.getValue()));
    }

    private JsonNode image() {
        JsonNode plan = tree(DocumentFolder.PLAN).deepCopy();
        ((ObjectNode) plan).remove(List.of("profile", "forbidden", "notes"));
        for (String parts : PARTS) {
            Json.entries(plan, parts).forEach(part -> ((ObjectNode) part).remove(List.of("owner", "requiredBy")));
        }
        return plan;
    }

    private Map<String, String> outcomes() {
        return Json.entries(tree(DocumentFolder.CHECKS), "checks").stream()
                .filter(check -> !Json.text(check, "outcome").equals("not-applicable"))
                .collect(Collectors.toMap(
                        check -> Json.text(check, "name"), check -> Json.text(check, "outcome"), (one, twice) -> one));
    }

    private String said(String name) {
        return List.of(DocumentFolder.CELL, DocumentFolder.PLAN, DocumentFolder.CHECKS, DocumentFolder.RESOLUTION)
                .stream()
                .map(document -> Json.text(tree(document), name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
