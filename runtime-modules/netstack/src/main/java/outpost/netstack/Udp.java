package outpost.netstack;

import java.nio.ByteBuffer;

/**
 * A datagram (RFC 768).
 *
 * @param payload a view of the bytes that were parsed
 */
record Udp(int fromPort, int toPort, ByteBuffer payload) {
    static final int HEADER = 8;
    private static final int CHECKSUM_AT = 6;

    /** @throws DropException if the packet's payload is none */
    static Udp parse(IpPacket packet) throws DropException {
        ByteBuffer bytes = packet.payload();
        if (bytes.remaining() < HEADER) {
            throw new DropException(Drop.SHORT);
        }
        int length = bytes.getShort(4) & 0xffff;
        if (length < HEADER) {
            throw new DropException(Drop.MALFORMED);
        }
        if (length > bytes.remaining()) {
            throw new DropException(Drop.SHORT);
        }
        ByteBuffer datagram = bytes.slice(0, length);
        boolean summed = datagram.getShort(CHECKSUM_AT) != 0;
        if (!summed && !packet.isV4()) {
            throw new DropException(Drop.CHECKSUM);
        }
        if (summed && new IpPacket(packet.from(), packet.to(), packet.protocol(), datagram).pseudoChecksum() != 0) {
            throw new DropException(Drop.CHECKSUM);
        }
        int fromPort = datagram.getShort(0) & 0xffff;
        if (fromPort == 0) {
            throw new DropException(Drop.MALFORMED);
        }
        return new Udp(fromPort, datagram.getShort(2) & 0xffff, datagram.slice(HEADER, length - HEADER));
    }

    /** The packet that carries a payload back to where another came from. */
    static ByteBuffer reply(IpPacket to, Udp datagram, ByteBuffer payload) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.remaining());
        bytes.putShort((short) datagram.toPort()).putShort((short) datagram.fromPort());
        bytes.putShort((short) bytes.capacity()).putShort((short) 0);
        bytes.put(payload.duplicate()).flip();
        return IpWriter.packet(to.to(), to.from(), IpPacket.UDP, bytes, CHECKSUM_AT);
    }
}
