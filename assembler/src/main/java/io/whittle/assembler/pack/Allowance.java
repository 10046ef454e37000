package io.whittle.assembler.pack;

import io.whittle.assembler.text.ByteCount;

/** What an archive may still come to. */
final class Allowance {
    /** Around two files of a tar; a name of this length is none. */
    private static final long HEADERS = 1 << 20;

    private static final long FREE = 1 << 20;

    private final UnpackBounds bounds;
    private final long byRatio;
    private long bytes;
    private int entries;
    private long headers = Long.MAX_VALUE;

    /** For an archive of this size in bytes. */
    Allowance(UnpackBounds bounds, long archive) {
        this.bounds = bounds;
        this.byRatio =
                FREE + (archive > Long.MAX_VALUE / 2 / bounds.ratio() ? Long.MAX_VALUE / 2 : archive * bounds.ratio());
    }

    /** One more entry. */
    void entry() throws ArchiveFault {
        entries++;
        if (entries > bounds.entries()) {
            throw over("is one more than the " + bounds.entries() + " that an archive may hold");
        }
    }

    /** So many more bytes came out of the archive. */
    void bytes(long more) throws ArchiveFault {
        bytes += more;
        headers -= more;
        if (bytes > bounds.bytes()) {
            throw over(
                    "brings the archive to more than the " + ByteCount.spell(bounds.bytes()) + " that one may come to");
        }
        if (bytes > byRatio) {
            throw over("brings the archive to more than " + bounds.ratio() + " times its own size");
        }
        if (headers < 0) {
            throw over("is followed by more than " + ByteCount.spell(HEADERS) + " that belong to no file");
        }
    }

    /** What comes next belongs to no file. */
    void headersBegin() {
        headers = HEADERS;
    }

    /** What comes next is a file's content. */
    void headersEnd() {
        headers = Long.MAX_VALUE;
    }

    private static ArchiveFault over(String rule) {
        return ArchiveFault.of(
                rule,
                "An archive can be made to fill disk or memory. Get it anew from who made it; if it is the same there, unpack it by hand and name the folder.");
    }
}
