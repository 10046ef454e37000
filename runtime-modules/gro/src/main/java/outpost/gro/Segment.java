package outpost.gro;

import outpost.core.packet.InternetChecksum;

import java.nio.ByteBuffer;

/**
 * A segment with data (RFC 9293) that nothing but its place sets apart from the others of its connection.
 *
 * @param packet all of it, and nothing behind it
 * @param flow addresses and ports of both ends, equal for the same connection and direction
 * @param tcpAt where the header of TCP begins
 * @param dataAt where its data begins
 */
record Segment(ByteBuffer packet, ByteBuffer flow, int tcpAt, int dataAt) {
    static final int PSH = 8;
    static final int ACK = 16;

    static final int FLAGS_AT = 13;
    static final int CHECKSUM_AT = 16;
    private static final int URGENT_AT = 18;
    private static final int PROTOCOL = 6;

    int sequence() {
        return packet.getInt(tcpAt + 4);
    }

    /** The number behind its last byte. */
    int end() {
        return sequence() + data().remaining();
    }

    boolean pushes() {
        return (packet.get(tcpAt + FLAGS_AT) & PSH) != 0;
    }

    ByteBuffer data() {
        return packet.slice(dataAt, packet.limit() - dataAt);
    }

    boolean isV4() {
        return tcpAt == Sight.V4_HEADER;
    }

    /** Whether the sums over headers and data are right. Linear. */
    boolean isWhole() {
        boolean header =
                !isV4() || new InternetChecksum().add(packet.slice(0, tcpAt)).value() == 0;
        return header && transportSum(packet, tcpAt) == 0;
    }

    /** The sum that the segment in a packet has, that with which it is sent taken along. */
    static int transportSum(ByteBuffer packet, int tcpAt) {
        int length = packet.limit() - tcpAt;
        // The header that TCP pretends to stand behind: both addresses, the protocol and a length.
        ByteBuffer pretended =
                ByteBuffer.allocate(8).putInt(length).putInt(PROTOCOL).flip();
        int addressesAt = tcpAt == Sight.V4_HEADER ? 12 : 8;
        return new InternetChecksum()
                .add(packet.slice(addressesAt, tcpAt - addressesAt))
                .add(pretended)
                .add(packet.slice(tcpAt, length))
                .value();
    }

    /**
     * Whether a segment of the same flow says the same but for its data and its place. Of what else a packet tells nothing may be
     * lost: marks and hops of IP, acknowledgement, window, urgent pointer and options.
     */
    boolean saysTheSame(Segment other) {
        return dataAt == other.dataAt
                && (isV4() ? same(other, 0, 2) && same(other, 6, 9) : same(other, 0, 4) && same(other, 7, 8))
                && same(other, tcpAt + 8, tcpAt + 12)
                && same(other, tcpAt + 14, tcpAt + 16)
                && same(other, tcpAt + URGENT_AT, dataAt);
    }

    private boolean same(Segment other, int from, int to) {
        return packet.slice(from, to - from).equals(other.packet.slice(from, to - from));
    }
}
