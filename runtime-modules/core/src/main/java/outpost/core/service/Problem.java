package outpost.core.service;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is wrong with the node now.
 *
 * @param key short and stable, such as {@code netmap}
 * @param text what is wrong and what can be done, for a person
 * @param since when it was first reported, however often the text has changed
 */
public record Problem(String key, String text, Instant since) {
    /** The problem as the local API tells it; the time in ISO 8601. */
    public Map<String, String> asJson() {
        return Map.of("key", key, "text", text, "since", since.toString());
    }
}
