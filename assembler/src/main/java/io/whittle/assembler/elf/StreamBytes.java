package io.whittle.assembler.elf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a stream, read as far as they are asked for and kept. */
final class StreamBytes implements FileBytes {
    /** More than any library; a bound, so that a broken archive cannot fill the memory. */
    private static final int LIMIT = 512 << 20;

    private static final int FIRST = 4096;

    private final InputStream in;
    private byte[] read = new byte[0];
    private int length;
    private boolean ended;

    StreamBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public ByteBuffer at(long offset, int size) throws IOException {
        if (offset < 0 || offset > LIMIT) {
            return ByteBuffer.allocate(0);
        }
        readTo((int) Math.min(LIMIT, offset + Math.max(0, size)));
        int from = (int) Math.min(length, offset);
        return ByteBuffer.wrap(read, from, Math.max(0, Math.min(size, length - from)))
                .slice();
    }

    private void readTo(int end) throws IOException {
        while (length < end && !ended) {
            // As far as there are bytes, and not as far as some number in the file says.
            if (length == read.length) {
                read = Arrays.copyOf(read, Math.min(LIMIT, Math.max(FIRST, read.length * 2)));
            }
            int count = in.read(read, length, Math.min(end, read.length) - length);
            ended = count < 0;
            length += Math.max(0, count);
        }
    }
}
