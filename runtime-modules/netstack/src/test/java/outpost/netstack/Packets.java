package outpost.netstack;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.Set;

import static outpost.core.netmap.Addresses.SERVICE;
import static outpost.core.netmap.Addresses.SERVICE_V6;
import static outpost.core.netmap.Addresses.parse;

/** Packets as a host beside the stack would send them. */
final class Packets {
    static final Set<InetAddress> OWN = Set.of(SERVICE, SERVICE_V6);
    static final InetAddress HOST = parse("100.64.0.1").orElseThrow();
    static final InetAddress HOST_V6 = parse("fd7a:115c:a1e0::1").orElseThrow();

    private Packets() {}

    static InetAddress host(boolean v4) {
        return v4 ? HOST : HOST_V6;
    }

    static InetAddress service(boolean v4) {
        return v4 ? SERVICE : SERVICE_V6;
    }

    static ByteBuffer echo(boolean v4, byte[] data) {
        ByteBuffer message = ByteBuffer.allocate(8 + data.length);
        message.put((byte) (v4 ? 8 : 128)).put((byte) 0).putShort((short) 0);
        message.putShort((short) 77).putShort((short) 3).put(data).flip();
        return IpWriter.packet(host(v4), service(v4), v4 ? IpPacket.ICMP : IpPacket.ICMP_V6, message, 2);
    }

    static ByteBuffer datagram(boolean v4, int fromPort, int toPort, byte[] data) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + data.length);
        bytes.putShort((short) fromPort).putShort((short) toPort);
        bytes.putShort((short) bytes.capacity()).putShort((short) 0).put(data).flip();
        return IpWriter.packet(host(v4), service(v4), IpPacket.UDP, bytes, 6);
    }

    static ByteBuffer segment(int fromPort, int toPort, int sequence, int acknowledged, int flags, byte[] data) {
        return segment(HOST, fromPort, toPort, sequence, acknowledged, flags, 65_535, data);
    }

    static ByteBuffer segment(
            InetAddress from,
            int fromPort,
            int toPort,
            int sequence,
            int acknowledged,
            int flags,
            int window,
            byte[] data) {
        return new TcpSegment(
                        new InetSocketAddress(from, fromPort),
                        new InetSocketAddress(SERVICE, toPort),
                        sequence,
                        acknowledged,
                        flags,
                        window,
                        (flags & TcpSegment.SYN) != 0 ? OptionalInt.of(1000) : OptionalInt.empty(),
                        ByteBuffer.wrap(data))
                .packet();
    }

    /** Reads a packet that the stack sent to the host. */
    static IpPacket read(ByteBuffer packet) throws DropException {
        return new IpParser(Set.of(HOST, HOST_V6)).parse(packet);
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
