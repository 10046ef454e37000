package io.whittle.assembler.audit;

import io.whittle.assembler.evidence.CodePlace;
import io.whittle.assembler.evidence.Grade;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.edit.Addition;
import io.whittle.graph.interchange.CatalogHash;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads audits back from audit.json, of which several machines may each have written one. */
public final class AuditReader {
    private final JsonNode document;

    private AuditReader(JsonNode document) {
        this.document = document;
    }

    /**
     * Reads one.
     *
     * @param document the tree of an audit.json of schema {@link AuditJson#SCHEMA}
     * @throws IllegalArgumentException where it does not keep to the schema
     */
    public static Audit read(JsonNode document, FeatureCatalog catalog) {
        AuditReader reader = new AuditReader(document);
        return new Audit(
                catalog,
                images(document.path("images")),
                reader.findings("findings"),
                reader.findings("accepted"),
                stream(document.path("stale")).stream().map(AuditReader::key).toList(),
                code(document.path("code")),
                new TreeSet<>(texts(document.path("unread"))),
                texts(document.path("skipped")),
                jdk(document.path("jdk")));
    }

    /** Whether it was held against the same declarations. What it finds of others, and does not find, says nothing of these. */
    public static boolean isOf(JsonNode document, FeatureCatalog catalog) {
        return optional(document.path("catalog"), "declarations")
                .filter(CatalogHash.ofDeclarations(catalog)::equals)
                .isPresent();
    }

    private List<AuditFinding> findings(String name) {
        return stream(document.path(name)).stream().map(AuditReader::finding).toList();
    }

    private static AuditFinding finding(JsonNode entry) {
        AuditFinding.Key key = key(entry);
        return new AuditFinding(
                key.code(),
                key.feature(),
                key.target(),
                optional(entry, "grade")
                        .map(word -> found(Arrays.stream(Grade.values())
                                .filter(grade -> grade.word().equals(word))
                                .findFirst())),
                stream(entry.path("places")).stream().map(AuditReader::place).toList(),
                entry.path("more").asInt(0),
                texts(entry.path("chain")),
                images(entry.path("bites")),
                new Place(entry.at("/at/line").asInt(0), entry.at("/at/column").asInt(0)),
                text(entry, "text"),
                text(entry, "mend"),
                editOf(entry),
                stream(entry.path("also")).stream()
                        .map(other -> new AuditFinding.Also(optional(other, "feature"), editOf(other)))
                        .toList());
    }

    private static Optional<Addition> editOf(JsonNode entry) {
        return Optional.of(entry.path("edit")).filter(JsonNode::isObject).map(AuditReader::edit);
    }

    private static AuditFinding.Key key(JsonNode entry) {
        String word = text(entry, "code");
        return new AuditFinding.Key(
                found(Arrays.stream(AuditCode.values())
                        .filter(code -> code.word().equals(word))
                        .findFirst()),
                optional(entry, "feature"),
                text(entry, "target"));
    }

    private static CodePlace place(JsonNode entry) {
        return new CodePlace(
                text(entry, "module"),
                text(entry, "class"),
                optional(entry, "member").orElse(""),
                optional(entry, "file"),
                entry.path("line").asInt(0));
    }

    private static Addition edit(JsonNode entry) {
        String list = text(entry, "list");
        return new Addition(
                optional(entry, "feature"),
                found(Arrays.stream(Addition.Key.values())
                        .filter(key -> key.word().equals(list))
                        .findFirst()),
                text(entry, "entry"),
                optional(entry, "because"));
    }

    private static List<Bite> images(JsonNode entry) {
        List<Bite> bites = new ArrayList<>();
        entry.properties()
                .forEach(profile -> texts(profile.getValue())
                        .forEach(platform -> bites.add(new Bite(profile.getKey(), Platform.parse(platform)))));
        return bites;
    }

    private static SortedMap<String, SortedSet<String>> code(JsonNode entry) {
        SortedMap<String, SortedSet<String>> code = new TreeMap<>();
        entry.properties().forEach(module -> {
            JsonNode hashes = module.getValue();
            code.put(module.getKey(), new TreeSet<>(hashes.isArray() ? texts(hashes) : List.of(hashes.asString(""))));
        });
        return code;
    }

    private static AskedJdk jdk(JsonNode entry) {
        return new AskedJdk(
                optional(entry, "version").orElse(""),
                texts(entry.path("asking")),
                optional(entry, "notAsked"),
                texts(entry.path("otherPlatforms")));
    }

    private static List<JsonNode> stream(JsonNode array) {
        return array.valueStream().toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(text -> text.asString("")).toList();
    }

    private static Optional<String> optional(JsonNode entry, String name) {
        return Optional.of(entry.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static String text(JsonNode entry, String name) {
        return optional(entry, name)
                .orElseThrow(() -> new IllegalArgumentException("an entry of the audit has no " + name));
    }

    private static <T> T found(Optional<T> word) {
        return word.orElseThrow(() -> new IllegalArgumentException("the audit has a word that is not known"));
    }
}
