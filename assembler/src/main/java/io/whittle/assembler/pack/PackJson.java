package io.whittle.assembler.pack;

import io.whittle.graph.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes pack.json, whose schema is docs/pack.schema.json. Lines end with {@code \n}. */
public final class PackJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private PackJson() {}

    /** The document of what was packed. */
    public static String write(PackedImage packed) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        document.put("profile", packed.order().profile());
        document.put("platform", packed.order().platform().toString());
        document.put("plan", packed.order().plan());
        document.put("folder", packed.order().name());
        document.putObject("image").put("bytes", packed.bytes()).put("files", packed.files());
        ArrayNode archives = document.putArray("archives");
        for (PackedImage.Archive archive : packed.archives()) {
            archives.addObject()
                    .put("file", packed.order().fileName(archive.format()))
                    .put("format", archive.format().word())
                    .put("bytes", archive.bytes())
                    .put("sha256", archive.sha256());
        }
        return JsonText.of(document);
    }
}
