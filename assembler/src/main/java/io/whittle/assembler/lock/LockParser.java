package io.whittle.assembler.lock;

import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** From the tokens of whittle.lock to what they mean; each fault at its place, which a tree of nodes would have lost. */
final class LockParser {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    // Two merged entries of one name would hide each other.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    private LockParser(JsonParser parser) {
        this.parser = parser;
    }

    /** JSON, but no lock. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient LockException.Place place;

        private Malformed(LockException.Place place, String wrong) {
            super(wrong);
            this.place = place;
        }

        LockException.Place place() {
            return place;
        }
    }

    /** A lock, of a schema that this version does not know. */
    static final class NewerSchema extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient LockException.Place place;
        private final long schema;

        private NewerSchema(LockException.Place place, long schema) {
            this.place = place;
            this.schema = schema;
        }

        LockException.Place place() {
            return place;
        }

        long schema() {
            return schema;
        }
    }

    /** Takes one member of an object; the parser stands at its value. */
    @FunctionalInterface
    private interface Member {
        void take(String key) throws Malformed, NewerSchema;
    }

    /** Takes one item of a list; the parser stands at it. */
    @FunctionalInterface
    private interface Item {
        void take() throws Malformed, NewerSchema;
    }

    static Lock parse(String text) throws Malformed, NewerSchema {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new LockParser(parser).lock();
        }
    }

    private Lock lock() throws Malformed, NewerSchema {
        parser.nextToken();
        SortedMap<String, SortedMap<Platform, LockEntry>> profiles = new TreeMap<>();
        SortedSet<LockedFinding> findings = new TreeSet<>();
        Members members = new Members("schema", "profiles").maybe("findings");
        object(key -> {
            members.see(key);
            if (key.equals("schema")) {
                schema();
                return;
            }
            // What follows means something only under a schema that is known.
            members.need("schema");
            if (key.equals("profiles")) {
                object(profile -> profiles.put(profile, platforms()));
            } else {
                findings(findings);
            }
        });
        members.needAll();
        if (parser.nextToken() != null) {
            throw fault("something follows the end of the document");
        }
        return new Lock(profiles, findings);
    }

    private void schema() throws Malformed, NewerSchema {
        long schema = number();
        if (schema != LockJson.SCHEMA) {
            throw new NewerSchema(place(), schema);
        }
    }

    private SortedMap<Platform, LockEntry> platforms() throws Malformed, NewerSchema {
        SortedMap<Platform, LockEntry> entries = new TreeMap<>();
        object(key -> entries.put(platform(key), entry()));
        return entries;
    }

    private Platform platform(String text) throws Malformed {
        try {
            return Platform.parse(text);
        } catch (IllegalPlatformException wrong) {
            throw fault("'" + text + "' is no platform: " + wrong.getMessage());
        }
    }

    private LockEntry entry() throws Malformed, NewerSchema {
        Members members = new Members("jdk", "features", "modules", "artifacts", "imageBytes");
        LockContents.Jdk[] jdk = new LockContents.Jdk[1];
        long[] imageBytes = new long[1];
        SortedMap<String, String> features = new TreeMap<>();
        SortedMap<String, LockedModule> modules = new TreeMap<>();
        SortedSet<String> artifacts = new TreeSet<>();
        object(key -> {
            members.see(key);
            switch (key) {
                case "jdk" -> jdk[0] = jdk();
                case "features" -> object(feature -> features.put(feature, text()));
                case "modules" -> object(module -> modules.put(module, module()));
                case "artifacts" -> list(() -> artifacts.add(text()));
                default -> imageBytes[0] = number();
            }
        });
        members.needAll();
        return new LockEntry(new LockContents(jdk[0], features, modules, artifacts), imageBytes[0]);
    }

    private void findings(SortedSet<LockedFinding> findings) throws Malformed, NewerSchema {
        list(() -> {
            Members members = new Members("code", "target").maybe("feature");
            SortedMap<String, String> texts = textsByKey(members);
            members.needAll();
            findings.add(new LockedFinding(
                    texts.get("code"), Optional.ofNullable(texts.get("feature")), texts.get("target")));
        });
    }

    private LockContents.Jdk jdk() throws Malformed, NewerSchema {
        SortedMap<String, String> texts = textsByKey(new Members("version", "vendor"));
        if (!texts.containsKey("version")) {
            throw fault("'version' is missing here");
        }
        return new LockContents.Jdk(texts.get("version"), Optional.ofNullable(texts.get("vendor")));
    }

    private LockedModule module() throws Malformed, NewerSchema {
        SortedMap<String, String> texts = textsByKey(new Members("from", "artifact", "sha256"));
        String from = texts.getOrDefault("from", "");
        if (from.equals("dependency")) {
            String sha256 = texts.getOrDefault("sha256", "");
            if (!texts.containsKey("artifact") || !SHA_256.matcher(sha256).matches()) {
                throw fault("a dependency has an 'artifact' and a 'sha256' of 64 hexadecimal digits");
            }
            return new LockedModule.OfDependency(texts.get("artifact"), sha256);
        }
        if (texts.size() > 1 || !(from.equals("jdk") || from.equals("project"))) {
            throw fault("'from' is jdk or project and stands alone, or it is dependency");
        }
        return from.equals("jdk") ? new LockedModule.OfJdk() : new LockedModule.OfProject();
    }

    private SortedMap<String, String> textsByKey(Members members) throws Malformed, NewerSchema {
        SortedMap<String, String> texts = new TreeMap<>();
        object(key -> {
            members.see(key);
            texts.put(key, text());
        });
        return texts;
    }

    private void object(Member member) throws Malformed, NewerSchema {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fault("an object in braces is expected here");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            member.take(key);
        }
    }

    private void list(Item item) throws Malformed, NewerSchema {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault("a list in brackets is expected here");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.take();
        }
    }

    private String text() throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw fault("a text in quotes is expected here");
        }
        return parser.getString();
    }

    private long number() throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0) {
            throw fault("a whole number, not below 0, is expected here");
        }
        return parser.getLongValue();
    }

    private Malformed fault(String wrong) {
        return new Malformed(place(), wrong);
    }

    private LockException.Place place() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new LockException.Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** The members that an object has, and which were seen. */
    private final class Members {
        private final SortedSet<String> needed;
        private final SortedSet<String> known;
        private final SortedSet<String> seen = new TreeSet<>();

        Members(String... known) {
            this.needed = new TreeSet<>(List.of(known));
            this.known = new TreeSet<>(needed);
        }

        /** May have these as well. */
        Members maybe(String... others) {
            known.addAll(List.of(others));
            return this;
        }

        void see(String key) throws Malformed {
            if (!known.contains(key)) {
                throw fault("'" + key + "' has no meaning here, only " + String.join(", ", known));
            }
            seen.add(key);
        }

        void need(String key) throws Malformed {
            if (!seen.contains(key)) {
                throw fault("'" + key + "' is missing before this");
            }
        }

        void needAll() throws Malformed {
            SortedSet<String> missing = new TreeSet<>(needed);
            missing.removeAll(seen);
            if (!missing.isEmpty()) {
                throw fault("missing here: " + String.join(", ", missing));
            }
        }
    }
}
