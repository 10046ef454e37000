package io.whittle.assembler.diff;

import io.whittle.assembler.documents.ReadDocument;
import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Documents of a build, as trees; who names one that is of no use is told what to do. */
final class Document {
    private static final String MEND = ".\n  Delete it and run the goal again that wrote it, or name another folder.";

    private Document() {}

    /** The document; empty where there is none. */
    static Optional<JsonNode> of(ReadDocument document) throws UnusableSideException {
        if (document.fault().isPresent()) {
            throw new UnusableSideException(List.of(document.fault().get() + MEND));
        }
        return document.tree();
    }

    /** A text that must be there. */
    static String text(JsonNode node, String member, Path file) throws UnusableSideException {
        if (!node.path(member).isString()) {
            throw new UnusableSideException(List.of(not(file, "'" + member + "' is missing or no text")));
        }
        return node.path(member).asString();
    }

    static String not(Path file, String wrong) {
        return file + " is not what Whittle writes: " + wrong + MEND;
    }
}
