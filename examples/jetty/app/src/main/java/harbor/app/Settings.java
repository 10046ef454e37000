package harbor.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was said on the command line: {@code --name value}. */
public record Settings(Map<String, String> values) {
    static Settings of(String... words) {
        if (words.length % 2 != 0) {
            throw new IllegalArgumentException("each --option has one value");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("--")) {
                throw new IllegalArgumentException("not an --option: " + words[i]);
            }
            values.put(words[i].substring(2), words[i + 1]);
        }
        return new Settings(Map.copyOf(values));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<Integer> port(String name) {
        return get(name).map(Integer::valueOf);
    }
}
