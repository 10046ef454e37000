package outpost.netstack;

import outpost.core.packet.InternetChecksum;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Puts headers of IP before payloads. Packets are never fragmented, and ask nobody to. */
final class IpWriter {
    private static final int HOPS = 64;

    private IpWriter() {}

    /** The bytes before a payload to there. */
    static int headerBytes(InetAddress to) {
        return to.getAddress().length == 4 ? 20 : 40;
    }

    /**
     * A packet ready to be sent.
     *
     * @param checksumAt where in the payload the sum belongs; the two bytes there are 0
     */
    static ByteBuffer packet(InetAddress from, InetAddress to, int protocol, ByteBuffer payload, int checksumAt) {
        int length = payload.remaining();
        boolean v4 = to.getAddress().length == 4;
        ByteBuffer packet = ByteBuffer.allocate(headerBytes(to) + length);
        if (v4) {
            packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
            packet.putShort((short) 0).putShort((short) 0x4000);
            packet.put((byte) HOPS).put((byte) protocol).putShort((short) 0);
        } else {
            packet.putInt(0x60000000)
                    .putShort((short) length)
                    .put((byte) protocol)
                    .put((byte) HOPS);
        }
        packet.put(from.getAddress()).put(to.getAddress());
        if (v4) {
            int sum = new InternetChecksum()
                    .add(packet.slice(0, packet.position()))
                    .value();
            packet.putShort(10, (short) sum);
        }
        int start = packet.position();
        packet.put(payload.duplicate()).flip();
        InternetChecksum sum = new InternetChecksum();
        if (protocol != IpPacket.ICMP) {
            sum.addPseudoHeader(from, to, protocol, length);
        }
        int value = sum.add(packet.slice(start, length)).value();
        // In UDP 0 says that there is none (RFC 768).
        packet.putShort(start + checksumAt, (short) (protocol == IpPacket.UDP && value == 0 ? 0xffff : value));
        return packet;
    }
}
