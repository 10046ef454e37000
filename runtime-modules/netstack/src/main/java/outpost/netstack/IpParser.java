package outpost.netstack;

import outpost.core.packet.InternetChecksum;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Reads IP packets (RFC 791, RFC 8200) to a few addresses. Every length is held against what is there; nothing is kept of a packet.
 */
final class IpParser {
    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION = 60;

    /** Nobody who asks for a name sends more; each costs a look. */
    private static final int MOST_EXTENSIONS = 4;

    private final Set<InetAddress> own;

    IpParser(Set<InetAddress> own) {
        this.own = Set.copyOf(own);
    }

    /**
     * The packet between position and limit. Bytes behind the length that the packet tells of itself are passed over.
     *
     * @throws DropException if it is not one that is answered
     */
    IpPacket parse(ByteBuffer bytes) throws DropException {
        ByteBuffer packet = bytes.slice();
        if (packet.remaining() < V4_HEADER) {
            throw new DropException(Drop.SHORT);
        }
        return switch ((packet.get(0) & 0xf0) >> 4) {
            case 4 -> v4(packet);
            case 6 -> v6(packet);
            default -> throw new DropException(Drop.MALFORMED);
        };
    }

    private IpPacket v4(ByteBuffer packet) throws DropException {
        int header = (packet.get(0) & 0x0f) * 4;
        int total = packet.getShort(2) & 0xffff;
        if (header < V4_HEADER || total < header) {
            throw new DropException(Drop.MALFORMED);
        }
        if (total > packet.limit()) {
            throw new DropException(Drop.SHORT);
        }
        if (new InternetChecksum().add(packet.slice(0, header)).value() != 0) {
            throw new DropException(Drop.CHECKSUM);
        }
        if (header > V4_HEADER) {
            throw new DropException(Drop.OPTIONS);
        }
        // All but "do not fragment": more to come, or not the first.
        if ((packet.getShort(6) & 0xbfff) != 0) {
            throw new DropException((packet.getShort(6) & 0x8000) != 0 ? Drop.MALFORMED : Drop.FRAGMENT);
        }
        return received(
                address(packet, 12, 4),
                address(packet, 16, 4),
                packet.get(9) & 0xff,
                packet.slice(header, total - header));
    }

    private IpPacket v6(ByteBuffer packet) throws DropException {
        if (packet.remaining() < V6_HEADER) {
            throw new DropException(Drop.SHORT);
        }
        int end = V6_HEADER + (packet.getShort(4) & 0xffff);
        if (end > packet.limit()) {
            throw new DropException(Drop.SHORT);
        }
        int next = packet.get(6) & 0xff;
        int at = V6_HEADER;
        for (int seen = 0; next == HOP_BY_HOP || next == DESTINATION; seen++) {
            if (seen == MOST_EXTENSIONS) {
                throw new DropException(Drop.OPTIONS);
            }
            if (end - at < 8) {
                throw new DropException(Drop.SHORT);
            }
            next = packet.get(at) & 0xff;
            at += 8 + (packet.get(at + 1) & 0xff) * 8;
            if (at > end) {
                throw new DropException(Drop.SHORT);
            }
        }
        if (next == FRAGMENT) {
            throw new DropException(Drop.FRAGMENT);
        }
        if (next == ROUTING) {
            throw new DropException(Drop.OPTIONS);
        }
        return received(address(packet, 8, 16), address(packet, 24, 16), next, packet.slice(at, end - at));
    }

    private IpPacket received(InetAddress from, InetAddress to, int protocol, ByteBuffer payload) throws DropException {
        if (!own.contains(to)) {
            throw new DropException(Drop.NOT_OURS);
        }
        if (own.contains(from)
                || from.isAnyLocalAddress()
                || from.isLoopbackAddress()
                || from.isMulticastAddress()
                || from.getAddress()[0] == -1
                || from.getAddress().length != to.getAddress().length) {
            throw new DropException(Drop.SOURCE);
        }
        return new IpPacket(from, to, protocol, payload);
    }

    private static InetAddress address(ByteBuffer packet, int at, int length) throws DropException {
        byte[] bytes = new byte[length];
        packet.get(at, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException noLength) {
            throw new AssertionError(noLength);
        }
    }
}
