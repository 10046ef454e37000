package io.whittle.assembler.classpath;

import io.whittle.assembler.modules.PathEntry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How jars are called in an image: {@code artifact-version[-classifier].jar}. Where two groups have one of the same name, the group stands
 * before it; two files never have one name, also where the case of letters does not count.
 *
 * @param byLabel the file's name by the label of the jar
 */
public record JarNames(Map<String, String> byLabel) {
    public JarNames {
        byLabel = Collections.unmodifiableMap(new HashMap<>(byLabel));
    }

    /** Names for a whole path, so that a jar has the same name in each image. Linear in its entries. */
    public static JarNames of(List<PathEntry> path) {
        Map<String, List<PathEntry>> same = new HashMap<>();
        path.forEach(entry -> same.computeIfAbsent(folded(plain(entry)), none -> new ArrayList<>())
                .add(entry));
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>(same.keySet());
        for (PathEntry entry : path) {
            String name = plain(entry);
            if (same.get(folded(name)).size() > 1) {
                name = free(group(entry) + name, taken);
            }
            names.putIfAbsent(entry.label(), name);
        }
        return new JarNames(names);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(folded(free)); i++) {
            free = name.substring(0, name.length() - ".jar".length()) + "-" + i + ".jar";
        }
        return free;
    }

    private static String plain(PathEntry entry) {
        String[] words = entry.label().split(":", -1);
        if (words.length < 3) {
            return safe(entry.path().getFileName().toString().replaceFirst("\\.jar$", "")) + ".jar";
        }
        String classifier = words.length > 3 ? "-" + words[2] : "";
        return safe(words[1] + "-" + words[words.length - 1] + classifier) + ".jar";
    }

    private static String group(PathEntry entry) {
        return entry.label().contains(":") ? safe(entry.label().split(":", -1)[0]) + "." : "";
    }

    // What one system takes in a file's name another does not.
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._+-]", "_");
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
