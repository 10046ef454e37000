package io.whittle.graph.export;

import io.whittle.graph.json.JsonText;
import io.whittle.graph.resolve.Resolution;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Writes tags.json, whose schema is docs/tags.schema.json: tags.txt with the feature behind each tag. */
public final class TagsJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 1;

    private TagsJson() {}

    /**
     * The document of one profile.
     *
     * @param strategy {@code closure} or {@code allowlist}
     * @param platforms the profile's tags; at least one
     */
    public static String write(TagNames names, String strategy, List<PlatformTags> platforms) {
        Resolution first = platforms.get(0).resolution();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schema", SCHEMA);
        ObjectNode catalog = document.putObject("catalog");
        first.catalog().ifPresent(name -> catalog.put("name", name));
        catalog.put("file", String.valueOf(first.source().file().getFileName()));
        document.put("profile", first.profile().name());
        document.put("strategy", strategy);
        document.put("platformsAgree", TagsText.agree(platforms));
        ArrayNode entries = document.putArray("platforms");
        for (PlatformTags each : platforms) {
            ObjectNode entry =
                    entries.addObject().put("platform", each.platform().toString());
            ArrayNode tags = entry.putArray("tags");
            for (String tag : each.tags()) {
                String feature = names.features().get(tag);
                tags.addObject()
                        .put("tag", tag)
                        .put("feature", feature)
                        .put("in", each.resolution().features().get(feature).isIn());
            }
        }
        return JsonText.of(document);
    }
}
