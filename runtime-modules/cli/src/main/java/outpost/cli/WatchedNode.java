package outpost.cli;

import outpost.core.http.HttpCall;
import outpost.core.http.HttpReply;
import outpost.core.json.Json;
import outpost.core.json.JsonObject;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What the node goes through, as {@code /v1/watch} tells it. */
final class WatchedNode {
    /** For the rest of a line that has begun. */
    private static final Duration LINE_TIME = Duration.ofSeconds(15);

    private final HttpCall call;
    private final BufferedReader lines;

    WatchedNode(HttpCall call, HttpReply reply) {
        this.call = call;
        this.lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8));
    }

    /**
     * The next that is told; empty when nothing is within the time.
     *
     * @throws EOFException when there will be nothing more
     */
    Optional<JsonObject> next(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (lines.ready() || call.hasMore(Duration.ofNanos(end - System.nanoTime()))) {
            call.within(LINE_TIME);
            String line = lines.readLine();
            if (line == null) {
                throw new EOFException("outpostd ended");
            }
            // An empty one only shows that the node is there.
            if (!line.isEmpty()) {
                return Optional.of(Json.read(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return Optional.empty();
    }
}
