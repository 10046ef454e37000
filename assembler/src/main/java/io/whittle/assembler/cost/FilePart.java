package io.whittle.assembler.cost;

import io.whittle.assembler.jimage.JimageShares;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A part of a file, read without the rest. */
final class FilePart {
    private FilePart() {}

    /** Copies it and leaves the stream open. */
    static void copy(Path file, JimageShares.Range range, OutputStream out) throws IOException {
        WritableByteChannel sink = Channels.newChannel(out);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = range.start();
            long end = range.start() + range.length();
            while (at < end) {
                long copied = channel.transferTo(at, end - at, sink);
                if (copied <= 0) {
                    throw new IOException(file + " was cut short while it was read");
                }
                at += copied;
            }
        }
    }
}
