package io.whittle.assembler.lock;

import io.whittle.graph.catalog.Platform;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Accepted states for tests, with every kind of item. */
final class Locks {
    static final String HASH = "0123456789abcdef".repeat(4);

    private Locks() {}

    static LockContents contents() {
        return contents(new LockContents.Jdk("17.0.15", Optional.of("Debian")));
    }

    static LockContents contents(LockContents.Jdk jdk) {
        return new LockContents(
                jdk,
                new TreeMap<>(Map.of("compress", "zip-6", "strip", "java-debug")),
                new TreeMap<>(Map.of("cli", "asked-for", "localapi", "required")),
                new TreeMap<>(Map.of(
                        "acme.cli", new LockedOrigin.OfProject(),
                        "java.base", new LockedOrigin.OfJdk(),
                        "lib.net", new LockedOrigin.OfDependency("com.acme:net:1.0", HASH))),
                new TreeMap<>(Map.of(
                        "com.acme:app", new LockedOrigin.OfProject(),
                        "com.acme:driver", new LockedOrigin.OfCatalogue(),
                        "com.acme:natives:linux", new LockedOrigin.OfDependency("com.acme:natives:linux:1.0", HASH))));
    }

    static Lock two() {
        return Lock.empty()
                .with("small", Platform.parse("linux/amd64"), new LockEntry(contents(), 35_861_234))
                .with(
                        "full",
                        Platform.parse("linux/arm/v7"),
                        new LockEntry(
                                new LockContents(
                                        new LockContents.Jdk("21.0.2", Optional.empty()),
                                        new TreeMap<>(),
                                        new TreeMap<>(),
                                        new TreeMap<>(Map.of("java.base", new LockedOrigin.OfJdk())),
                                        new TreeMap<>()),
                                23_000_000))
                .withFindings(new TreeSet<>(
                        Set.of(new LockedFinding("undeclared-requirement", Optional.of("cli"), "localapi"))));
    }

    /** Any lock, with names that JSON must escape among them. */
    static Lock random(Random random) {
        Lock lock = Lock.empty();
        for (int i = random.nextInt(5); i > 0; i--) {
            TreeMap<String, String> features = new TreeMap<>();
            TreeMap<String, String> options = new TreeMap<>();
            TreeMap<String, LockedOrigin> modules = new TreeMap<>();
            TreeMap<String, LockedOrigin> artifacts = new TreeMap<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                features.put("f" + random.nextInt(9), random.nextBoolean() ? "base" : "all");
                modules.put("m\u00e4r." + random.nextInt(9), origin(random, new LockedOrigin.OfJdk()));
                artifacts.put("g:a\u00e4" + random.nextInt(9), origin(random, new LockedOrigin.OfCatalogue()));
                options.put("o" + random.nextInt(3), "\"de\", " + random.nextInt());
            }
            LockContents.Jdk jdk = new LockContents.Jdk(
                    "" + random.nextInt(30),
                    random.nextBoolean() ? Optional.of("A \"quoted\" \\ vendor\n\u2028") : Optional.empty());
            Platform platform = Platform.all().get(random.nextInt(Platform.all().size()));
            lock = lock.with(
                    "p" + random.nextInt(3),
                    platform,
                    new LockEntry(
                            new LockContents(jdk, options, features, modules, artifacts), random.nextLong() >>> 1));
        }
        return lock;
    }

    private static LockedOrigin origin(Random random, LockedOrigin third) {
        return switch (random.nextInt(3)) {
            case 0 -> third;
            case 1 -> new LockedOrigin.OfProject();
            default -> new LockedOrigin.OfDependency("g:a:" + random.nextInt(), HASH);
        };
    }
}
