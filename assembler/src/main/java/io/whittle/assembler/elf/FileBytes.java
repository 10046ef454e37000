package io.whittle.assembler.elf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file, on disk or taken out of an archive. */
@FunctionalInterface
public interface FileBytes {
    /** What stands from an offset on, no more than the length; less, or nothing, where the file ends. */
    ByteBuffer at(long offset, int length) throws IOException;

    /** Of a file on disk, as long as the channel is open. */
    static FileBytes of(FileChannel channel) {
        return (offset, length) -> {
            long behind = offset < 0 ? 0 : channel.size() - offset;
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, behind)));
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, offset + bytes.position());
            }
            return bytes.flip();
        };
    }

    /** Of a stream, which is read as far as it is asked for; that is kept in memory. */
    static FileBytes of(InputStream in) {
        return new StreamBytes(in);
    }

    /** Of what is in memory. */
    static FileBytes of(byte[] content) {
        return (offset, length) -> {
            int from = (int) Math.min(content.length, offset < 0 ? content.length : offset);
            return ByteBuffer.wrap(content, from, Math.min(length, content.length - from))
                    .slice();
        };
    }
}
