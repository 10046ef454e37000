package outpost.netstack;

import outpost.core.packet.InternetChecksum;

import java.nio.ByteBuffer;

/** Answers echo requests, and tells of ports on which nobody listens (RFC 792, RFC 4443). */
final class Icmp {
    private static final int HEADER = 8;
    private static final int CHECKSUM_AT = 2;

    /** As many bytes of what is told of as fit into the least packet that every network of IPv6 carries. */
    private static final int QUOTED = 1280 - 48;

    private Icmp() {}

    /**
     * The answer to an echo request, as long as that was.
     *
     * @throws DropException if it is none
     */
    static ByteBuffer answer(IpPacket packet) throws DropException {
        ByteBuffer request = packet.payload();
        if (request.remaining() < HEADER) {
            throw new DropException(Drop.SHORT);
        }
        int sum = packet.isV4() ? new InternetChecksum().add(request).value() : packet.pseudoChecksum();
        if (sum != 0) {
            throw new DropException(Drop.CHECKSUM);
        }
        int asks = packet.isV4() ? 8 : 128;
        if ((request.get(0) & 0xff) != asks || request.get(1) != 0) {
            throw new DropException(Drop.PROTOCOL);
        }
        ByteBuffer reply = ByteBuffer.allocate(request.remaining());
        reply.put(request.duplicate()).flip();
        reply.put(0, (byte) (packet.isV4() ? 0 : 129));
        reply.putShort(CHECKSUM_AT, (short) 0);
        return IpWriter.packet(packet.to(), packet.from(), packet.protocol(), reply, CHECKSUM_AT);
    }

    /** Says that nobody listens on the port to which a datagram was sent. */
    static ByteBuffer noSuchPort(IpPacket packet, ByteBuffer whole) {
        // RFC 792 asks for the header and 8 bytes; more could make an answer larger than the question.
        int quoted = Math.min(whole.remaining(), packet.isV4() ? 28 : QUOTED);
        ByteBuffer message = ByteBuffer.allocate(HEADER + quoted);
        message.put((byte) (packet.isV4() ? 3 : 1)).put((byte) (packet.isV4() ? 3 : 4));
        message.position(HEADER);
        message.put(whole.slice(whole.position(), quoted)).flip();
        int protocol = packet.isV4() ? IpPacket.ICMP : IpPacket.ICMP_V6;
        return IpWriter.packet(packet.to(), packet.from(), protocol, message, CHECKSUM_AT);
    }
}
