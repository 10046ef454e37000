package io.whittle.assembler.documents;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document that another call, or another machine, has written.
 *
 * @param tree what it says; empty where it is not there, or is of no use
 * @param fault why it is of no use
 */
public record ReadDocument(Optional<JsonNode> tree, Optional<String> fault) {
    private static final int SCHEMA = 1;

    /** No document of an image comes near it. */
    private static final long MOST_BYTES = 64L << 20;

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Reads it; a link is not followed.
     *
     * @param shown how people are told of the file
     */
    public static ReadDocument of(Path file, String shown) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new ReadDocument(Optional.empty(), Optional.empty());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return useless(shown + " is no file");
        }
        if (Files.size(file) > MOST_BYTES) {
            return useless(shown + " is larger than any that Whittle writes");
        }
        try {
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            if (!tree.isObject() || !tree.path("schema").isInt()) {
                return useless(shown + " is none that Whittle writes: it says no schema");
            }
            int found = tree.path("schema").asInt();
            return found == SCHEMA
                    ? new ReadDocument(Optional.of(tree), Optional.empty())
                    : useless(shown + " is of schema " + found + ", and this version of Whittle knows " + SCHEMA
                            + ": take the same version everywhere");
        } catch (JacksonException damaged) {
            return useless(shown + " is damaged: "
                    + damaged.getOriginalMessage().lines().findFirst().orElse("no more is known"));
        }
    }

    private static ReadDocument useless(String fault) {
        return new ReadDocument(Optional.empty(), Optional.of(fault));
    }
}
