package io.whittle.assembler.lock;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tokens of a whittle.lock, each taken as what is expected there; each fault at its place, which a tree of nodes would have lost. */
final class LockTokens implements AutoCloseable {
    // Two merged entries of one name would hide each other.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;

    LockTokens(String text) {
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
        parser.nextToken();
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

        NewerSchema(LockException.Place place, long schema) {
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

    /** Takes one member of an object; the tokens stand at its value. */
    @FunctionalInterface
    interface Member {
        void take(String key) throws Malformed, NewerSchema;
    }

    /** Takes one item of a list; the tokens stand at it. */
    @FunctionalInterface
    interface Item {
        void take() throws Malformed, NewerSchema;
    }

    void object(Member member) throws Malformed, NewerSchema {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fault("an object in braces is expected here");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            member.take(key);
        }
    }

    void list(Item item) throws Malformed, NewerSchema {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault("a list in brackets is expected here");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.take();
        }
    }

    /** An object whose members are texts. */
    SortedMap<String, String> texts(Members members) throws Malformed, NewerSchema {
        SortedMap<String, String> texts = new TreeMap<>();
        object(key -> {
            members.see(key);
            texts.put(key, text());
        });
        return texts;
    }

    String text() throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw fault("a text in quotes is expected here");
        }
        return parser.getString();
    }

    long number() throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0) {
            throw fault("a whole number, not below 0, is expected here");
        }
        return parser.getLongValue();
    }

    void end() throws Malformed {
        if (parser.nextToken() != null) {
            throw fault("something follows the end of the document");
        }
    }

    Malformed fault(String wrong) {
        return new Malformed(place(), wrong);
    }

    LockException.Place place() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new LockException.Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    @Override
    public void close() {
        parser.close();
    }

    /** The members that an object has, and which were seen. */
    final class Members {
        private final SortedSet<String> needed;
        private final SortedSet<String> known;
        private final SortedSet<String> seen = new TreeSet<>();

        Members(String... needed) {
            this.needed = new TreeSet<>(List.of(needed));
            this.known = new TreeSet<>(this.needed);
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
