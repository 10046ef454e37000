package outpost.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one request whole, or says with which status it is refused. Whatever arrives, it holds no more than the limits allow and
 * reads no further than the request's end.
 */
final class RequestReader {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final InputStream in;
    private final HttpLimits limits;

    RequestReader(InputStream in, HttpLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** The request, and whether the connection may carry another after it. */
    record Read(HttpRequest request, boolean keepOpen) {}

    Read read(SocketChannel connection) throws IOException {
        HeadReader head = new HeadReader(in, limits);
        String[] words = head.first().split(" ", -1);
        if (words.length != 3 || !HeadReader.isToken(words[0])) {
            throw new HttpException(400, "the first line is not METHOD /path HTTP/1.1");
        }
        boolean modern = words[2].equals("HTTP/1.1");
        if (!modern && !words[2].equals("HTTP/1.0")) {
            throw new HttpException(505, "only HTTP/1.1 is spoken here");
        }
        Target target = Target.parse(words[1]);
        Map<String, String> headers = head.headers();
        if (modern && !headers.containsKey("host")) {
            throw new HttpException(400, "the header host is missing");
        }
        byte[] body = body(words[0], headers);
        boolean keepOpen = modern && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Read(new HttpRequest(words[0], target.path(), target.query(), headers, body, connection), keepOpen);
    }

    private byte[] body(String method, Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (headers.containsKey("transfer-encoding")) {
            throw length == null
                    ? new HttpException(411, "send the body with content-length, not in chunks")
                    : new HttpException(400, "content-length and transfer-encoding exclude each other");
        }
        if (length == null) {
            if (WITH_BODY.contains(method)) {
                throw new HttpException(411, "the header content-length is missing; send 0 for an empty body");
            }
            return new byte[0];
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new HttpException(400, "content-length is not a number");
        }
        if (Long.parseLong(length) > limits.body()) {
            throw new HttpException(413, "the body is larger than " + limits.body() + " bytes");
        }
        if (headers.containsKey("expect")) {
            throw new HttpException(417, "send the body at once, without the header expect");
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new EOFException("the other end closed in the middle of the body");
        }
        return body;
    }
}
