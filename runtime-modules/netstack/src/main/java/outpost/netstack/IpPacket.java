package outpost.netstack;

import outpost.core.packet.InternetChecksum;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * An IP packet that was received whole, without its header.
 *
 * @param protocol of the payload, as IANA numbers it
 * @param payload of this packet alone; a view of the bytes that were parsed
 */
record IpPacket(InetAddress from, InetAddress to, int protocol, ByteBuffer payload) {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMP_V6 = 58;

    boolean isV4() {
        return from.getAddress().length == 4;
    }

    /** The sum that the payload's protocol has over it, where that takes the pseudo header along. */
    int pseudoChecksum() {
        return new InternetChecksum()
                .addPseudoHeader(from, to, protocol, payload.remaining())
                .add(payload)
                .value();
    }
}
