package io.whittle.assembler.documents;

import io.whittle.assembler.fresh.ContentHash;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one image, in which documents of it stand. Each is read when it is asked for.
 *
 * @param folder of the image's platform
 * @param shown the folder as people are told of it
 */
public record DocumentFolder(Path folder, String shown) {
    public static final String CELL = "cell.json";
    public static final String RESOLUTION = "resolution.json";
    public static final String PLAN = "plan.json";
    public static final String CHECKS = "checks.json";
    public static final String PACK = "pack.json";
    public static final String OCI = "oci.json";
    public static final String COST = "cost.json";
    public static final String BUDGETS = "budgets.json";
    public static final String REPORT = "report.json";

    /** All of them; what the others are of, the first three say. */
    public static final List<String> ALL = List.of(CELL, RESOLUTION, PLAN, CHECKS, PACK, OCI, COST, BUDGETS, REPORT);

    /** By these a folder is known for that of an image. */
    private static final List<String> SIGNS = List.of(CELL, PLAN, CHECKS);

    /** Told by its own path. */
    public DocumentFolder(Path folder) {
        this(folder, folder.toString());
    }

    /** Whether something stands there that is written of images alone. */
    public boolean isOfImage() {
        return SIGNS.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** A document by the name of its file. */
    public ReadDocument read(String name) throws IOException {
        // Container images of a profile are told together.
        return ReadDocument.of(
                name.equals(OCI) ? folder.resolveSibling(name) : folder.resolve(name), shown + "/" + name);
    }

    /** SHA-256 of plan.json, by which other documents name it; empty where there is none. */
    public Optional<String> planHash() throws IOException {
        Path plan = folder.resolve(PLAN);
        return Files.isRegularFile(plan, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(ContentHash.of(plan))
                : Optional.empty();
    }

    /** The document where it is of the plan that stands there; one that cannot be used is none. */
    public Optional<JsonNode> ofPlan(String name) throws IOException {
        Optional<String> plan = planHash();
        return read(name).tree().filter(tree -> plan.isPresent() && plan.equals(Json.optional(tree, "plan")));
    }
}
