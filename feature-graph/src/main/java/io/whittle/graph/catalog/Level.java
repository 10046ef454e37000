package io.whittle.graph.catalog;

import java.util.Arrays;
import java.util.List;

/** The kinds of mapping a catalogue is made of, and the keys each takes. */
enum Level {
    CATALOG(
            "the top level",
            "schema",
            "name",
            "base",
            "features",
            "capabilities",
            "image",
            "profiles",
            "checks",
            "artifacts",
            "tags"),
    BASE("base", "modules", "artifacts", "jdkModules", "requires", "needs", "dynamic"),
    FEATURE(
            "a feature",
            "summary",
            "internal",
            "platforms",
            "modules",
            "artifacts",
            "jdkModules",
            "requires",
            "needs",
            "variants",
            "recommends",
            "ifPresent",
            "conflicts",
            "auto",
            "fallback",
            "checks",
            "dynamic",
            "tag"),
    VARIANT("a variant", "when", "modules", "artifacts", "jdkModules", "requires", "needs"),
    FALLBACK("fallback", "modules"),
    EDGE("an entry of requires, recommends or choose", "feature", "when"),
    NEED("an entry of needs", "capability", "when"),
    CONFLICT("an entry of conflicts", "feature", "because", "when"),
    DYNAMIC("an entry of dynamic", "loads", "how"),
    CAPABILITY("a capability", "providers", "exclusive"),
    IMAGE("image", "launchers", "compress", "optimize", "strip", "locales", "cds", "train", "features"),
    LAUNCHER("a launcher", "module", "main", "jvm", "args"),
    PROFILE(
            "a profile",
            "summary",
            "extends",
            "include",
            "exclude",
            "choose",
            "recommends",
            "forbid",
            "platforms",
            "budgets",
            "replace",
            "image"),
    WORD("an entry of include or exclude", "feature", "because", "when"),
    REASON("a reason of include or exclude", "because", "when"),
    FORBID("forbid", "modules"),
    BUDGETS("budgets", "image", "archive", "memory", "start"),
    CHECK(
            "a check",
            "summary",
            "with",
            "when",
            "env",
            "properties",
            "files",
            "ports",
            "start",
            "ready",
            "run",
            "steps",
            "script",
            "test",
            "expect",
            "stop",
            "within",
            "attempts"),
    COPY("a file of a check", "from"),
    READY("ready", "log", "port", "file", "within"),
    STEP("an entry of steps", "run", "expect"),
    STOP("stop", "signal", "run", "within", "exit"),
    EXPECT("expect", "exit", "stdout", "stderr", "within"),
    ARTIFACT("an entry of artifacts", "as", "module", "requires", "optional", "natives"),
    TAGS("tags", "omitted", "included");

    private final String words;
    private final List<String> keys;

    Level(String words, String... keys) {
        this.words = words;
        this.keys = List.of(keys);
    }

    /** As a message calls it. */
    String words() {
        return words;
    }

    /** The keys it takes, in the order in which the documentation lists them. */
    List<String> keys() {
        return keys;
    }

    /** The levels that take this key, in words. */
    static List<String> taking(String key) {
        return Arrays.stream(values())
                .filter(level -> level.keys.contains(key))
                .map(Level::words)
                .toList();
    }
}
