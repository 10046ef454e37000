package io.whittle.assembler.lock;

import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The document whittle.lock; its schema is docs/whittle-lock.schema.json. One item a line and everything in a fixed order,
 * so that a review shows what has changed and nothing else; equal locks give equal bytes.
 */
public final class LockJson {
    /** The version of the document's schema. */
    public static final int SCHEMA = 2;

    /** The oldest that is still read. */
    static final int OLDEST_SCHEMA = 1;

    // Jackson's own printers break every object into lines or none.
    private static final JsonMapper MAPPER = new JsonMapper();

    private LockJson() {}

    /** The document, in UTF-8. */
    public static byte[] bytes(Lock lock) {
        List<String> members = new ArrayList<>();
        members.add(member("schema", String.valueOf(SCHEMA)));
        members.add(member("profiles", object(lock.profiles(), LockJson::profile)));
        if (!lock.findings().isEmpty()) {
            members.add(member(
                    "findings",
                    lines('[', lock.findings().stream().map(LockJson::finding).toList(), ']')));
        }
        return (block(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String finding(LockedFinding finding) {
        List<String> members = new ArrayList<>();
        members.add(member("code", text(finding.code())));
        finding.feature().ifPresent(feature -> members.add(member("feature", text(feature))));
        members.add(member("target", text(finding.target())));
        return inline(members);
    }

    private static String profile(SortedMap<Platform, LockEntry> entries) {
        return object(entries, LockJson::entry);
    }

    private static String entry(LockEntry entry) {
        LockContents contents = entry.contents();
        List<String> members = new ArrayList<>();
        members.add(member("jdk", jdk(contents.jdk())));
        members.add(member("options", object(contents.options(), LockJson::text)));
        members.add(member("features", object(contents.features(), LockJson::text)));
        members.add(member("modules", object(contents.modules(), LockJson::origin)));
        members.add(member("artifacts", object(contents.artifacts(), LockJson::origin)));
        members.add(member("imageBytes", String.valueOf(entry.imageBytes())));
        return block(members);
    }

    private static String jdk(LockContents.Jdk jdk) {
        List<String> members = new ArrayList<>(List.of(member("version", text(jdk.version()))));
        jdk.vendor().ifPresent(vendor -> members.add(member("vendor", text(vendor))));
        return inline(members);
    }

    private static String origin(LockedOrigin origin) {
        if (origin instanceof LockedOrigin.OfDependency dependency) {
            return from(
                    "dependency",
                    member("artifact", text(dependency.artifact())),
                    member("sha256", text(dependency.sha256())));
        }
        if (origin instanceof LockedOrigin.OfCatalogue) {
            return from("catalogue");
        }
        return from(origin instanceof LockedOrigin.OfProject ? "project" : "jdk");
    }

    private static String from(String where, String... more) {
        List<String> members = new ArrayList<>(List.of(member("from", text(where))));
        members.addAll(List.of(more));
        return inline(members);
    }

    private static <V> String object(Map<?, V> values, Function<V, String> spell) {
        return block(values.entrySet().stream()
                .map(value -> member(value.getKey().toString(), spell.apply(value.getValue())))
                .toList());
    }

    private static String member(String key, String value) {
        return text(key) + ": " + value;
    }

    private static String inline(List<String> members) {
        return members.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String block(List<String> members) {
        return lines('{', members, '}');
    }

    // Strings have no line feed in JSON, so each one here ends a line of the document.
    private static String lines(char open, List<String> items, char close) {
        return items.isEmpty()
                ? "" + open + close
                : items.stream()
                        .map(item -> "\n  " + item.replace("\n", "\n  "))
                        .collect(Collectors.joining(",", String.valueOf(open), "\n" + close));
    }

    private static String text(String value) {
        return MAPPER.writeValueAsString(value);
    }
}
