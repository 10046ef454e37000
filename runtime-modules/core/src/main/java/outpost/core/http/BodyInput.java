package outpost.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The body of an answer: chunks, RFC 9112 section 7.1, or a known length, or everything up to the end of the connection. */
final class BodyInput extends InputStream {
    private static final int CHUNK_LINE = 256;

    private final InputStream in;
    private final HttpLimits limits;
    private final boolean chunked;
    private final boolean bounded;
    private long left;
    private boolean ended;

    private BodyInput(InputStream in, HttpLimits limits, boolean chunked, boolean bounded, long left) {
        this.in = in;
        this.limits = limits;
        this.chunked = chunked;
        this.bounded = bounded;
        this.left = left;
    }

    static InputStream of(InputStream in, Map<String, String> headers, HttpLimits limits) throws IOException {
        String coding = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            throw new IOException("the answer comes in an encoding that is not known: " + coding);
        }
        if (length != null && !length.matches("[0-9]{1,18}")) {
            throw new IOException("the answer's content-length is not a number");
        }
        boolean bounded = coding == null && length != null;
        return new BodyInput(in, limits, coding != null, bounded, bounded ? Long.parseLong(length) : 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (chunked && left == 0 && !ended) {
            nextChunk();
        }
        if (ended || bounded && left == 0) {
            return -1;
        }
        int count = in.read(into, offset, chunked || bounded ? (int) Math.min(length, left) : length);
        if (count < 0 && (chunked || bounded)) {
            throw new EOFException("the answer ended too early");
        }
        left -= chunked || bounded ? count : 0;
        if (chunked && left == 0) {
            endChunk();
        }
        return count;
    }

    private void nextChunk() throws IOException {
        HeadReader lines = new HeadReader(in, limits);
        String size = lines.line(CHUNK_LINE, 400, "the size of a chunk");
        if (!size.matches("[0-9A-Fa-f]{1,8}(;.*)?")) {
            throw new IOException("the size of a chunk is not a number");
        }
        left = Long.parseLong(size.split(";", 2)[0], 16);
        if (left == 0) {
            lines.headers();
            ended = true;
        }
    }

    private void endChunk() throws IOException {
        if (!new HeadReader(in, limits).line(2, 400, "the end of a chunk").isEmpty()) {
            throw new IOException("a chunk is longer than its size says");
        }
    }
}
