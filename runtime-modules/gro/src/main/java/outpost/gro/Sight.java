package outpost.gro;

import java.nio.ByteBuffer;

/** Tells from the headers of a packet what it is; looks at no sum. Every length is held against what is there. Constant time. */
final class Sight {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP = 1;
    private static final int ICMP_V6 = 58;

    static final int V4_HEADER = 20;
    static final int V6_HEADER = 40;
    private static final int TCP_HEADER = 20;

    private Sight() {}

    static Seen of(ByteBuffer bytes) {
        ByteBuffer packet = bytes.slice();
        if (packet.limit() < V4_HEADER) {
            return new Seen.Unclear();
        }
        return switch ((packet.get(0) & 0xf0) >> 4) {
            case 4 -> v4(packet);
            case 6 -> packet.limit() < V6_HEADER ? new Seen.Unclear() : v6(packet);
            default -> new Seen.Unclear();
        };
    }

    private static Seen v4(ByteBuffer packet) {
        int total = packet.getShort(2) & 0xffff;
        // More to come, or not the first part.
        boolean part = (packet.getShort(6) & 0xbfff) != 0;
        if ((packet.get(0) & 0x0f) * 4 != V4_HEADER || part || total < V4_HEADER || total > packet.limit()) {
            return new Seen.Unclear();
        }
        return carrying(packet.get(9) & 0xff, packet.slice(0, total), V4_HEADER, 12);
    }

    private static Seen v6(ByteBuffer packet) {
        int total = V6_HEADER + (packet.getShort(4) & 0xffff);
        if (total > packet.limit()) {
            return new Seen.Unclear();
        }
        return carrying(packet.get(6) & 0xff, packet.slice(0, total), V6_HEADER, 8);
    }

    private static Seen carrying(int protocol, ByteBuffer packet, int tcpAt, int addressesAt) {
        if (protocol == UDP || protocol == ICMP || protocol == ICMP_V6) {
            return new Seen.Foreign();
        }
        if (protocol != TCP || packet.limit() - tcpAt < TCP_HEADER) {
            return new Seen.Unclear();
        }
        // Addresses and ports stand beside each other.
        ByteBuffer flow = packet.slice(addressesAt, tcpAt + 4 - addressesAt);
        int header = (packet.get(tcpAt + 12) >> 4 & 0x0f) * 4;
        int flags = packet.getShort(tcpAt + 12) & 0x0fff;
        boolean plain = flags == Segment.ACK || flags == (Segment.ACK | Segment.PSH);
        boolean data = header >= TCP_HEADER && header < packet.limit() - tcpAt;
        return plain && data
                ? new Seen.Joinable(new Segment(packet, flow, tcpAt, tcpAt + header))
                : new Seen.Apart(flow);
    }
}
