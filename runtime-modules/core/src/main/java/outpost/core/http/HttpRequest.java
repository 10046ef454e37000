package outpost.core.http;

import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request, read whole.
 *
 * @param path decoded, begins with a slash
 * @param query decoded; of a name that stands twice, the first
 * @param headers names in lower case
 * @param connection where it came from, to tell who is calling; neither read nor written by handlers
 */
public record HttpRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        SocketChannel connection) {
    public HttpRequest {
        query = Collections.unmodifiableMap(new TreeMap<>(query));
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The value of a query's name, as in {@code ?peer=exit}. */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
