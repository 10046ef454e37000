package outpost.core.http;

import outpost.core.json.Json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What is answered to a request: either all at once or bit by bit. Header names are given in lower case. */
public sealed interface HttpResponse {
    int status();

    Map<String, String> headers();

    /** An answer whose body is known. */
    record Whole(int status, Map<String, String> headers, byte[] body) implements HttpResponse {
        public Whole {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
            body = body.clone();
        }

        @Override
        public byte[] body() {
            return body.clone();
        }
    }

    /** An answer whose body is written while it comes about, as chunks. The connection ends with it. */
    record Streamed(int status, Map<String, String> headers, Body body) implements HttpResponse {
        public Streamed {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        }
    }

    /** Writes a body; what is flushed is sent. Fails when the other end is gone or does not read. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same answer with one more header. */
    default HttpResponse with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers());
        more.put(name, value);
        return this instanceof Whole whole
                ? new Whole(status(), more, whole.body())
                : new Streamed(status(), more, ((Streamed) this).body());
    }

    static HttpResponse json(int status, Map<String, ?> object) {
        return new Whole(
                status,
                Map.of("content-type", "application/json"),
                (Json.line(object) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse text(int status, String text) {
        return new Whole(
                status, Map.of("content-type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The form of every error: an object with the one member {@code error}. */
    static HttpResponse error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static HttpResponse stream(String contentType, Body body) {
        return new Streamed(200, Map.of("content-type", contentType), body);
    }
}
