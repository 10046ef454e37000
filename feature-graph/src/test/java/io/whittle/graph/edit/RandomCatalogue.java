package io.whittle.graph.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A catalogue as a tree, and additions to it of which some are there already. */
final class RandomCatalogue {
    private static final List<String> JDK = List.of("jdk.zipfs", "jdk.crypto.ec", "jdk.net", "java.xml");

    private final Random random;
    private final List<String> features = new ArrayList<>();
    private int modules;

    RandomCatalogue(Random random) {
        this.random = random;
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            features.add("f" + i);
        }
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "1");
        if (random.nextBoolean()) {
            tree.put("name", "outpost");
        }
        if (random.nextBoolean()) {
            tree.put("base", body("", List.of("modules", "jdkModules", "requires", "needs", "dynamic")));
        }
        Map<String, Object> each = new LinkedHashMap<>();
        features.forEach(feature -> each.put(feature, feature(feature)));
        tree.put("features", each);
        tree.put("capabilities", Map.of("p", Map.of("providers", List.of("f0"))));
        tree.put("profiles", Map.of("full", Map.of("include", "all"), "small", Map.of()));
        return shuffled(tree);
    }

    private Map<String, Object> feature(String name) {
        if (random.nextInt(5) == 0) {
            return Map.of();
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            feature.put("summary", random.nextBoolean() ? "Short" : "Resolves \uD83D\uDD0C names");
        }
        if (random.nextInt(4) == 0) {
            feature.put("internal", "true");
        }
        if (random.nextInt(4) == 0) {
            feature.put("platforms", "linux or macos");
        }
        if (random.nextInt(6) == 0) {
            feature.put("variants", List.of(Map.of("when", "linux"), Map.of("when", "macos")));
        }
        feature.putAll(body(
                name,
                Arrays.stream(Addition.Key.values()).map(Addition.Key::word).toList()));
        return shuffled(feature);
    }

    private Map<String, Object> body(String owner, List<String> keys) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String key : keys) {
            if (random.nextInt(3) == 0) {
                body.put(key, entries(owner, key));
            }
        }
        return shuffled(body);
    }

    private List<Object> entries(String owner, String key) {
        List<Object> entries = new ArrayList<>();
        switch (key) {
            case "requires" -> names(owner).forEach(name -> entries.add(conditional("feature", name)));
            case "needs" -> entries.add(conditional("capability", "p"));
            case "ifPresent" -> entries.addAll(names(owner));
            case "jdkModules" ->
                JDK.stream()
                        .filter(module -> random.nextInt(3) == 0)
                        .forEach(module -> entries.add(module + (random.nextBoolean() ? "?" : "")));
            case "dynamic" -> entries.add(Map.of("loads", "com.acme.A", "how", "service"));
            default -> {
                for (int i = 0; i < random.nextInt(4); i++) {
                    entries.add("m" + modules++);
                }
            }
        }
        return entries;
    }

    private Object conditional(String key, String name) {
        return random.nextInt(3) == 0 ? shuffled(Map.of(key, name, "when", "linux")) : name;
    }

    private List<String> names(String but) {
        return features.stream()
                .filter(name -> !name.equals(but) && random.nextInt(3) == 0)
                .toList();
    }

    List<Addition> additions() {
        List<Addition> additions = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Optional<String> feature = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(any(features));
            Addition.Key list = any(List.of(Addition.Key.values()));
            List<String> others = features.stream()
                    .filter(name -> !feature.equals(Optional.of(name)))
                    .toList();
            boolean names = list == Addition.Key.REQUIRES || list == Addition.Key.IF_PRESENT;
            if (names && others.isEmpty() || list == Addition.Key.IF_PRESENT && feature.isEmpty()) {
                continue;
            }
            String entry = switch (list) {
                case REQUIRES ->
                    any(List.of("%s", "'%s'", "{feature: %s, when: linux}")).formatted(any(others));
                case IF_PRESENT -> any(others);
                case NEEDS -> any(List.of("p", "{capability: p, when: linux}", "{\"capability\":\"p\"}"));
                case MODULES -> "n" + modules++;
                case JDK_MODULES -> any(JDK) + any(List.of("", "?"));
                case DYNAMIC -> "{loads: com.acme." + any(List.of("A", "B")) + ", how: service}";
            };
            Optional<String> because = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(any(List.of("it asks", "\uD83D\uDD0C # [twice]: 'so'", "why: \"\\")));
            additions.add(new Addition(feature, list, entry, because));
        }
        return additions;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> Map<String, T> shuffled(Map<String, T> map) {
        List<String> keys = new ArrayList<>(map.keySet());
        Collections.sort(keys);
        Collections.shuffle(keys, random);
        Map<String, T> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, map.get(key)));
        return shuffled;
    }
}
