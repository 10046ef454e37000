package outpost.netstack;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * A segment (RFC 9293).
 *
 * @param sequence number of its first byte, or of SYN
 * @param acknowledged number of the next byte that its sender expects; counts where ACK is set
 * @param flags the bits FIN, SYN, RST, PSH, ACK, URG from the lowest up
 * @param window how many bytes its sender takes beyond that
 * @param largest the most bytes of data a segment to its sender may have, where it says so
 */
record TcpSegment(
        InetSocketAddress from,
        InetSocketAddress to,
        int sequence,
        int acknowledged,
        int flags,
        int window,
        OptionalInt largest,
        ByteBuffer data) {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    static final int HEADER = 20;
    private static final int CHECKSUM_AT = 16;
    private static final int OPTION_END = 0;
    private static final int OPTION_NONE = 1;
    private static final int OPTION_LARGEST = 2;

    /** @throws DropException if the packet's payload is none */
    static TcpSegment parse(IpPacket packet) throws DropException {
        ByteBuffer bytes = packet.payload();
        if (bytes.remaining() < HEADER) {
            throw new DropException(Drop.SHORT);
        }
        int header = (bytes.get(12) >> 4 & 0x0f) * 4;
        if (header < HEADER || header > bytes.remaining()) {
            throw new DropException(Drop.MALFORMED);
        }
        if (packet.pseudoChecksum() != 0) {
            throw new DropException(Drop.CHECKSUM);
        }
        int fromPort = bytes.getShort(0) & 0xffff;
        if (fromPort == 0) {
            throw new DropException(Drop.MALFORMED);
        }
        return new TcpSegment(
                new InetSocketAddress(packet.from(), fromPort),
                new InetSocketAddress(packet.to(), bytes.getShort(2) & 0xffff),
                bytes.getInt(4),
                bytes.getInt(8),
                bytes.get(13) & 0x3f,
                bytes.getShort(14) & 0xffff,
                largest(bytes.slice(HEADER, header - HEADER)),
                bytes.slice(header, bytes.remaining() - header));
    }

    private static OptionalInt largest(ByteBuffer options) throws DropException {
        OptionalInt largest = OptionalInt.empty();
        while (options.hasRemaining()) {
            int kind = options.get();
            if (kind == OPTION_END) {
                break;
            }
            if (kind == OPTION_NONE) {
                continue;
            }
            int length = options.hasRemaining() ? options.get() & 0xff : 0;
            if (length < 2 || length - 2 > options.remaining()) {
                throw new DropException(Drop.MALFORMED);
            }
            if (kind == OPTION_LARGEST && length == 4) {
                largest = OptionalInt.of(options.getShort(options.position()) & 0xffff);
            }
            options.position(options.position() + length - 2);
        }
        return largest;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** How far the sequence goes on behind this segment: its bytes, and one each for SYN and FIN. */
    int length() {
        return data.remaining() + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
    }

    /** The number behind its last byte. */
    int end() {
        return sequence + length();
    }

    /** The packet that carries it. */
    ByteBuffer packet() {
        int options = largest.isPresent() ? 4 : 0;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + options + data.remaining());
        bytes.putShort((short) from.getPort()).putShort((short) to.getPort());
        bytes.putInt(sequence).putInt(acknowledged);
        bytes.put((byte) ((HEADER + options) / 4 << 4)).put((byte) flags);
        bytes.putShort((short) window).putInt(0);
        largest.ifPresent(most -> bytes.put((byte) OPTION_LARGEST).put((byte) 4).putShort((short) most));
        bytes.put(data.duplicate()).flip();
        return IpWriter.packet(from.getAddress(), to.getAddress(), IpPacket.TCP, bytes, CHECKSUM_AT);
    }
}
