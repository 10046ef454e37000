package outpost.core.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** The sum that IP, ICMP, UDP and TCP are protected with (RFC 1071): of 16-bit words, carries added back in. Linear. */
public final class InternetChecksum {
    private long sum;

    /** Of nothing yet. */
    public InternetChecksum() {}

    /** Adds the bytes between position and limit, which is left as it is; an odd last one counts as followed by a zero. */
    public InternetChecksum add(ByteBuffer bytes) {
        int at = bytes.position();
        int end = bytes.limit();
        for (; at + 1 < end; at += 2) {
            sum += bytes.getShort(at) & 0xffff;
        }
        if (at < end) {
            sum += (bytes.get(at) & 0xff) << 8;
        }
        return this;
    }

    /** Adds the header that TCP, UDP and ICMPv6 pretend to stand behind (RFC 9293 3.1, RFC 8200 8.1). */
    public InternetChecksum addPseudoHeader(InetAddress from, InetAddress to, int protocol, int length) {
        add(ByteBuffer.wrap(from.getAddress()));
        add(ByteBuffer.wrap(to.getAddress()));
        sum += protocol;
        sum += (length >>> 16) + (length & 0xffff);
        return this;
    }

    /** What is written where the sum belongs. Over bytes that hold the right one already it is 0. */
    public int value() {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded >>> 16) + (folded & 0xffff);
        }
        return (int) ~folded & 0xffff;
    }
}
