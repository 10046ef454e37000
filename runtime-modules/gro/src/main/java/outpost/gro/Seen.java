package outpost.gro;

import java.nio.ByteBuffer;

/** What a packet is for whoever puts segments together. */
sealed interface Seen {
    /** No TCP: it stands in the order of no connection. */
    record Foreign() implements Seen {}

    /** Nobody knows which connection it may belong to: a part of a packet, one with options, or none at all. */
    record Unclear() implements Seen {}

    /** A segment that stays as it is, such as one that begins or ends a connection, or has no data. */
    record Apart(ByteBuffer flow) implements Seen {}

    /** A segment that others may follow in one packet. */
    record Joinable(Segment segment) implements Seen {}
}
