package io.whittle.graph.interchange;

import io.whittle.graph.catalog.Check;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of what a catalogue says, in hexadecimal, by which results of another one are known. Comments, places in the file, its name,
 * ends of lines and words for people change nothing. Linear in the catalogue.
 */
public final class CatalogHash {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> FOR_PEOPLE = List.of("line", "column", "summary", "because");

    private CatalogHash() {}

    /** Of all of it. */
    public static String of(FeatureCatalog catalog) {
        ObjectNode said = (ObjectNode) MAPPER.readTree(CatalogJson.write(catalog));
        said.remove("catalog");
        return hash(said);
    }

    /** Of all that code is held against: checks change nothing. */
    public static String ofDeclarations(FeatureCatalog catalog) {
        ObjectNode said = (ObjectNode) MAPPER.readTree(CatalogJson.write(catalog));
        said.remove(List.of("catalog", "checks"));
        said.path("features").forEach(feature -> ((ObjectNode) feature).remove("checks"));
        return hash(said);
    }

    /** Of what one check asks, as the catalogue has it; files that it names count by their names. */
    public static String of(Check check) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        CheckJson.add(said, check);
        return hash(said);
    }

    private static String hash(ObjectNode said) {
        strip(said);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(JsonText.of(said).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode entry) {
            entry.remove(FOR_PEOPLE);
        }
        node.forEach(CatalogHash::strip);
    }
}
