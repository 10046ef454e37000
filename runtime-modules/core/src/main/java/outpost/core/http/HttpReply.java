package outpost.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param headers names in lower case
 * @param body as it arrives; fails if it ends too early
 */
public record HttpReply(int status, Map<String, String> headers, InputStream body) {
    public HttpReply {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** The whole body. Fails if it is larger than {@code limit} bytes. */
    public byte[] bytes(int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("the answer is larger than " + limit + " bytes");
        }
        return bytes;
    }
}
