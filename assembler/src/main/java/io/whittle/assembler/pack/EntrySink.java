package io.whittle.assembler.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** An archive that is being written. Names are those in the archive, without a slash at the end. */
interface EntrySink extends AutoCloseable {
    /** When everything in an archive was made: the first month that zip can tell in every time zone. */
    LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** The same for formats that hold an instant. */
    Instant INSTANT = TIME.toInstant(ZoneOffset.UTC);

    /** A folder; formats that hold owners write whose it is. */
    void folder(String name, int mode, int owner) throws IOException;

    /** Begins a file of this size; its content is then written into {@link #content()}, and ended. */
    void beginFile(String name, int mode, long size) throws IOException;

    OutputStream content();

    void endFile() throws IOException;

    void link(String name, String target) throws IOException;

    /** Completes the archive; what it was written into stays open. */
    @Override
    void close() throws IOException;
}
