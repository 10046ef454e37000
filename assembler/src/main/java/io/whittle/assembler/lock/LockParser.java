package io.whittle.assembler.lock;

import io.whittle.assembler.lock.LockTokens.Malformed;
import io.whittle.assembler.lock.LockTokens.NewerSchema;
import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** From the tokens of whittle.lock to what they mean. */
final class LockParser {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final LockTokens tokens;
    private final SortedMap<LockedFinding, LockException.Place> findings = new TreeMap<>();

    // Schema 1 had no options, and of artifacts their names alone.
    private long schema;

    private LockParser(LockTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What a text means.
     *
     * @param findings those of the lock, each with the place of its code
     */
    record Parsed(Lock lock, SortedMap<LockedFinding, LockException.Place> findings) {}

    static Parsed parse(String text) throws Malformed, NewerSchema {
        try (LockTokens tokens = new LockTokens(text)) {
            LockParser parser = new LockParser(tokens);
            return new Parsed(parser.lock(), parser.findings);
        }
    }

    private Lock lock() throws Malformed, NewerSchema {
        SortedMap<String, SortedMap<Platform, LockEntry>> profiles = new TreeMap<>();
        LockTokens.Members members = tokens.new Members("schema", "profiles").maybe("findings");
        tokens.object(key -> {
            members.see(key);
            if (key.equals("schema")) {
                schema();
                return;
            }
            // What follows means something only under a schema that is known.
            members.need("schema");
            if (key.equals("profiles")) {
                tokens.object(profile -> profiles.put(profile, platforms()));
            } else {
                findings();
            }
        });
        members.needAll();
        tokens.end();
        return new Lock(profiles, new TreeSet<>(findings.keySet()));
    }

    private void schema() throws Malformed, NewerSchema {
        schema = tokens.number();
        if (schema < LockJson.OLDEST_SCHEMA || schema > LockJson.SCHEMA) {
            throw new NewerSchema(tokens.place(), schema);
        }
    }

    private SortedMap<Platform, LockEntry> platforms() throws Malformed, NewerSchema {
        SortedMap<Platform, LockEntry> entries = new TreeMap<>();
        tokens.object(key -> entries.put(platform(key), entry()));
        return entries;
    }

    private Platform platform(String text) throws Malformed {
        try {
            return Platform.parse(text);
        } catch (IllegalPlatformException wrong) {
            throw tokens.fault("'" + text + "' is no platform: " + wrong.getMessage());
        }
    }

    private LockEntry entry() throws Malformed, NewerSchema {
        LockTokens.Members members = schema == 1
                ? tokens.new Members("jdk", "features", "modules", "artifacts", "imageBytes")
                : tokens.new Members("jdk", "options", "features", "modules", "artifacts", "imageBytes");
        LockContents.Jdk[] jdk = new LockContents.Jdk[1];
        long[] imageBytes = new long[1];
        SortedMap<String, String> options = new TreeMap<>();
        SortedMap<String, String> features = new TreeMap<>();
        SortedMap<String, LockedOrigin> modules = new TreeMap<>();
        SortedMap<String, LockedOrigin> artifacts = new TreeMap<>();
        tokens.object(key -> {
            members.see(key);
            switch (key) {
                case "jdk" -> jdk[0] = jdk();
                case "options" -> tokens.object(option -> options.put(option, tokens.text()));
                case "features" -> tokens.object(feature -> features.put(feature, tokens.text()));
                case "modules" -> tokens.object(module -> modules.put(module, origin("jdk")));
                case "artifacts" -> artifacts(artifacts);
                default -> imageBytes[0] = tokens.number();
            }
        });
        members.needAll();
        return new LockEntry(new LockContents(jdk[0], options, features, modules, artifacts), imageBytes[0]);
    }

    private void artifacts(SortedMap<String, LockedOrigin> artifacts) throws Malformed, NewerSchema {
        if (schema == 1) {
            tokens.list(() -> artifacts.put(tokens.text(), new LockedOrigin.OfCatalogue()));
        } else {
            tokens.object(name -> artifacts.put(name, origin("catalogue")));
        }
    }

    private void findings() throws Malformed, NewerSchema {
        tokens.list(() -> {
            LockTokens.Members members = tokens.new Members("code", "target").maybe("feature");
            LockException.Place[] place = new LockException.Place[1];
            SortedMap<String, String> texts = new TreeMap<>();
            tokens.object(key -> {
                members.see(key);
                texts.put(key, tokens.text());
                if (key.equals("code")) {
                    place[0] = tokens.place();
                }
            });
            members.needAll();
            findings.putIfAbsent(
                    new LockedFinding(
                            texts.get("code"), Optional.ofNullable(texts.get("feature")), texts.get("target")),
                    place[0]);
        });
    }

    private LockContents.Jdk jdk() throws Malformed, NewerSchema {
        SortedMap<String, String> texts = tokens.texts(tokens.new Members("version", "vendor"));
        if (!texts.containsKey("version")) {
            throw tokens.fault("'version' is missing here");
        }
        return new LockContents.Jdk(texts.get("version"), Optional.ofNullable(texts.get("vendor")));
    }

    /** Where something comes from: the project, a dependency, or a third place that differs between modules and jars. */
    private LockedOrigin origin(String third) throws Malformed, NewerSchema {
        SortedMap<String, String> texts = tokens.texts(tokens.new Members("from", "artifact", "sha256"));
        String from = texts.getOrDefault("from", "");
        if (from.equals("dependency")) {
            String sha256 = texts.getOrDefault("sha256", "");
            if (!texts.containsKey("artifact") || !SHA_256.matcher(sha256).matches()) {
                throw tokens.fault("a dependency has an 'artifact' and a 'sha256' of 64 hexadecimal digits");
            }
            return new LockedOrigin.OfDependency(texts.get("artifact"), sha256);
        }
        if (texts.size() > 1 || !(from.equals(third) || from.equals("project"))) {
            throw tokens.fault("'from' is " + third + " or project and stands alone, or it is dependency");
        }
        if (from.equals("project")) {
            return new LockedOrigin.OfProject();
        }
        return third.equals("jdk") ? new LockedOrigin.OfJdk() : new LockedOrigin.OfCatalogue();
    }
}
