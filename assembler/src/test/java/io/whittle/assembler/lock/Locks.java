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
                new TreeMap<>(Map.of("cli", "asked-for", "localapi", "required")),
                new TreeMap<>(Map.of(
                        "acme.cli", new LockedModule.OfProject(),
                        "java.base", new LockedModule.OfJdk(),
                        "lib.net", new LockedModule.OfDependency("com.acme:net:1.0", HASH))),
                new TreeSet<>(Set.of("com.acme:natives:linux")));
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
                                        new TreeMap<>(Map.of("java.base", new LockedModule.OfJdk())),
                                        new TreeSet<>()),
                                23_000_000));
    }

    /** Any lock, with names that JSON must escape among them. */
    static Lock random(Random random) {
        Lock lock = Lock.empty();
        for (int i = random.nextInt(5); i > 0; i--) {
            TreeMap<String, String> features = new TreeMap<>();
            TreeMap<String, LockedModule> modules = new TreeMap<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                features.put("f" + random.nextInt(9), random.nextBoolean() ? "base" : "all");
                modules.put("m\u00e4r." + random.nextInt(9), module(random));
            }
            LockContents.Jdk jdk = new LockContents.Jdk(
                    "" + random.nextInt(30),
                    random.nextBoolean() ? Optional.of("A \"quoted\" \\ vendor\n\u2028") : Optional.empty());
            Platform platform = Platform.all().get(random.nextInt(Platform.all().size()));
            lock = lock.with(
                    "p" + random.nextInt(3),
                    platform,
                    new LockEntry(
                            new LockContents(jdk, features, modules, new TreeSet<>(features.keySet())),
                            random.nextLong() >>> 1));
        }
        return lock;
    }

    private static LockedModule module(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new LockedModule.OfJdk();
            case 1 -> new LockedModule.OfProject();
            default -> new LockedModule.OfDependency("g:a:" + random.nextInt(), HASH);
        };
    }
}
