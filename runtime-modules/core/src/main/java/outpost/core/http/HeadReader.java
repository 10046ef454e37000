package outpost.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the lines before a body, RFC 9112 sections 2 to 5, without its leniencies: no folded lines, no bare CR. */
final class HeadReader {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Set<String> ONCE = Set.of("content-length", "host", "transfer-encoding");

    private final InputStream in;
    private final HttpLimits limits;

    HeadReader(InputStream in, HttpLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** The first line; one empty line before it is passed over. */
    String first() throws IOException {
        String line = line(limits.line(), 414, "the first line");
        return line.isEmpty() ? line(limits.line(), 414, "the first line") : line;
    }

    /** The headers up to the empty line, names in lower case; one that may stand several times is joined with commas. */
    Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = limits.head();
        int count = 0;
        for (String line = line(left, 431, "the head"); !line.isEmpty(); line = line(left, 431, "the head")) {
            left -= line.length();
            if (++count > limits.headers()) {
                throw new HttpException(431, "more than " + limits.headers() + " headers; send fewer");
            }
            put(headers, line);
        }
        return headers;
    }

    /** One line without its end, as ISO 8859-1, at most {@code limit} bytes. */
    String line(int limit, int statusIfLonger, String what) throws IOException {
        byte[] bytes = new byte[Math.min(limit, 128)];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the other end closed in the middle of " + what);
            }
            if (length == limit) {
                throw new HttpException(statusIfLonger, what + " is longer than allowed; send less");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(limit, 2 * length));
            }
            bytes[length++] = (byte) next;
        }
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        String line = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
            throw new HttpException(400, "there is a control character in " + what);
        }
        return line;
    }

    private static void put(Map<String, String> headers, String line) throws HttpException {
        int colon = line.indexOf(':');
        if (colon < 1 || !isToken(line.substring(0, colon))) {
            throw new HttpException(400, "a header is not written as name: value");
        }
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        String before = headers.put(name, value);
        if (before != null) {
            if (ONCE.contains(name)) {
                throw new HttpException(400, "the header " + name + " stands there twice");
            }
            headers.put(name, before + ", " + value);
        }
    }
}
