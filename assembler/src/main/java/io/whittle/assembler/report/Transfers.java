package io.whittle.assembler.report;

import io.whittle.assembler.documents.DocumentFolder;
import io.whittle.assembler.documents.Json;
import io.whittle.assembler.report.BuiltImage.Archive;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What there is of an image to be transferred. */
final class Transfers {
    private Transfers() {}

    /** Archives, and the container image of its platform. */
    static List<Archive> of(ImageDocuments documents) {
        List<Archive> all = new ArrayList<>();
        for (JsonNode archive : Json.entries(documents.tree(DocumentFolder.PACK), "archives")) {
            all.add(new Archive(
                    Json.text(archive, "file"),
                    Json.text(archive, "format"),
                    Json.number(archive, "bytes").orElse(0)));
        }
        JsonNode containers = documents.tree(DocumentFolder.OCI);
        if (Json.text(containers, "profile").equals(documents.name())) {
            for (JsonNode image : Json.entries(containers, "images")) {
                if (Json.text(image, "platform").equals(documents.platform())) {
                    String tag = Json.optional(image, "tag").orElse(Json.text(containers, "tag"));
                    all.add(new Archive(
                            Json.text(containers, "name") + ":" + tag,
                            "oci",
                            Json.number(image, "bytes").orElse(0)));
                }
            }
        }
        return all;
    }
}
