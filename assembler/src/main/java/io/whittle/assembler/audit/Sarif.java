package io.whittle.assembler.audit;

import io.whittle.assembler.text.Printable;
import io.whittle.graph.analysis.Severity;
import io.whittle.graph.catalog.Place;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What all documents in SARIF 2.1.0 share, whatever their results are about. */
public final class Sarif {
    /** Where rules are told of. */
    public static final String HOME = "https://github.com/whittle-java/whittle";

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    /** A document with an empty array of {@code runs}. */
    public static ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", SCHEMA).put("version", "2.1.0").putArray("runs");
        return document;
    }

    /** Names the tool, and gives the array for its rules. */
    public static ArrayNode rules(ObjectNode driver) {
        return driver.put("name", "Whittle").put("informationUri", HOME).putArray("rules");
    }

    /** Places of the catalogue count characters, not the halves that Java counts. */
    public static void countCharacters(ObjectNode run) {
        run.put("columnKind", "unicodeCodePoints");
    }

    /**
     * A file by its way from the top of the sources, where those who annotate code look for it: of the checkout, or else of the build. It
     * names no machine; below no top it is the name of the file alone.
     */
    public static String uri(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return StreamSupport.stream(SourceTop.of(whole).relativize(whole).spliterator(), false)
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** Says where in a file a result stands. */
    public static void addPlace(ObjectNode result, String uri, Place place) {
        ObjectNode at = result.putArray("locations").addObject().putObject("physicalLocation");
        at.putObject("artifactLocation").put("uri", uri);
        at.putObject("region").put("startLine", place.line()).put("startColumn", place.column());
    }

    /** A severity as SARIF spells it. */
    public static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }

    /** Puts the lines of a text into a message. */
    public static void addMessage(ObjectNode message, String... lines) {
        // Braces stand for arguments and are doubled where they are meant (SARIF 3.11.5); "](" would make a link
        // (3.11.6).
        message.put(
                "text",
                Arrays.stream(lines)
                        .map(Printable::of)
                        .collect(Collectors.joining("\n"))
                        .replace("{", "{{")
                        .replace("}", "}}")
                        .replace("](", "] ("));
    }
}
