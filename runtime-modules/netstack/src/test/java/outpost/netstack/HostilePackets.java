package outpost.netstack;

import outpost.core.netmap.Addresses;
import outpost.core.packet.InternetChecksum;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Packets that mean nothing well, of every kind that the stack reads: both versions; echo, datagrams, segments that go on where the
 * stack is, and other protocols; parts of packets, options, chains of extension headers; lengths that lie; sums that are right most of
 * the time, so that what is behind them is reached; bytes changed, cut and added. The same seed gives the same packets, if the stack
 * answers the same.
 */
final class HostilePackets {
    private static final int LONGEST = 2048;
    private static final int[] EXTENSIONS = {0, 43, 44, 50, 51, 59, 60, 135};
    private static final List<InetAddress> STRANGE = Stream.of(
                    "0.0.0.0",
                    "127.0.0.1",
                    "224.0.0.1",
                    "255.255.255.255",
                    "100.100.100.100",
                    "::",
                    "::1",
                    "ff02::1",
                    "fd7a:115c:a1e0::53")
            .map(text -> Addresses.parse(text).orElseThrow())
            .toList();

    private record Ends(InetAddress host, int port) {}

    private record Numbers(int next, int expected) {}

    private final Random random;
    private final Map<Ends, Numbers> numbers = new HashMap<>();

    HostilePackets(Random random) {
        this.random = random;
    }

    /** Looks at what the stack sends, to go on from there. */
    void sent(ByteBuffer packet) {
        try {
            IpPacket read = Packets.read(packet);
            if (read.protocol() == IpPacket.TCP) {
                TcpSegment segment = TcpSegment.parse(read);
                numbers.put(
                        new Ends(read.to(), segment.to().getPort()),
                        new Numbers(segment.end(), segment.acknowledged()));
            }
        } catch (DropException notForTheHost) {
            // What answers a packet from a strange address is nobody's.
            return;
        }
    }

    ByteBuffer next() {
        if (random.nextInt(32) == 0) {
            return ByteBuffer.wrap(noise(random.nextInt(200)));
        }
        boolean v4 = random.nextBoolean();
        InetAddress from = rarely(64) ? STRANGE.get(random.nextInt(STRANGE.size())) : Packets.host(v4);
        InetAddress to = rarely(64) ? Packets.host(v4) : Packets.service(v4);
        int protocol = switch (random.nextInt(8)) {
            case 0 -> v4 == rarely(8) ? IpPacket.ICMP_V6 : IpPacket.ICMP;
            case 1, 2 -> IpPacket.UDP;
            case 3 -> rarely(4) ? random.nextInt(256) : IpPacket.UDP;
            default -> IpPacket.TCP;
        };
        ByteBuffer payload = payload(protocol, from);
        sum(payload, protocol, from, to);
        ByteBuffer packet = ByteBuffer.allocate(LONGEST);
        if (v4) {
            v4(packet, from, to, protocol, payload);
        } else {
            v6(packet, from, to, protocol, payload);
        }
        return spoiled(packet.flip());
    }

    private ByteBuffer payload(int protocol, InetAddress from) {
        return switch (protocol) {
            case IpPacket.ICMP, IpPacket.ICMP_V6 -> {
                int type = rarely(4) ? random.nextInt(256) : protocol == IpPacket.ICMP ? 8 : 128;
                byte[] rest = noise(rarely(32) ? random.nextInt(1500) : random.nextInt(80));
                yield ByteBuffer.allocate(4 + rest.length)
                        .put((byte) type)
                        .put((byte) (rarely(8) ? 1 : 0))
                        .putShort((short) 0)
                        .put(rest)
                        .flip();
            }
            case IpPacket.UDP -> {
                byte[] data = noise(rarely(32) ? random.nextInt(1500) : random.nextInt(60));
                yield ByteBuffer.allocate(8 + data.length)
                        .putShort((short) (rarely(32) ? 0 : 1 + random.nextInt(4)))
                        .putShort((short) (53 + random.nextInt(2)))
                        .putShort((short) (rarely(8) ? random.nextInt() : 8 + data.length))
                        .putShort((short) 0)
                        .put(data)
                        .flip();
            }
            case IpPacket.TCP -> segment(from);
            default -> ByteBuffer.wrap(noise(random.nextInt(100)));
        };
    }

    private ByteBuffer segment(InetAddress from) {
        int port = rarely(64) ? 0 : 1 + random.nextInt(6);
        Numbers known = numbers.getOrDefault(new Ends(from, port), new Numbers(random.nextInt(), random.nextInt()));
        int flags = random.nextInt(4) == 0
                ? random.nextInt(64)
                : rarely(8) ? TcpSegment.SYN : TcpSegment.ACK | TcpSegment.PSH;
        byte[] options = options();
        byte[] data = noise(rarely(8) ? random.nextInt(1200) : random.nextInt(40));
        int offset = rarely(16) ? random.nextInt(16) : (TcpSegment.HEADER + options.length) / 4;
        ByteBuffer bytes = ByteBuffer.allocate(TcpSegment.HEADER + options.length + data.length);
        bytes.putShort((short) port).putShort((short) (rarely(16) ? 54 : 53));
        bytes.putInt(known.expected() + near()).putInt(known.next() + near());
        bytes.put((byte) (offset << 4)).put((byte) flags);
        bytes.putShort((short) (rarely(4) ? random.nextInt() : rarely(4) ? 0 : 65_535))
                .putInt(0);
        return bytes.put(options).put(data).flip();
    }

    private byte[] options() {
        if (!rarely(4)) {
            return new byte[0];
        }
        byte[] options = noise(4 * random.nextInt(11));
        if (options.length >= 4 && random.nextBoolean()) {
            options[0] = 2;
            options[1] = 4;
        }
        return options;
    }

    /** Most of the time none: then it goes on where it should. */
    private int near() {
        return rarely(3) ? (rarely(4) ? random.nextInt() : random.nextInt(64) - 32) : 0;
    }

    private void sum(ByteBuffer payload, int protocol, InetAddress from, InetAddress to) {
        int at = switch (protocol) {
            case IpPacket.ICMP, IpPacket.ICMP_V6 -> 2;
            case IpPacket.UDP -> 6;
            case IpPacket.TCP -> 16;
            default -> LONGEST;
        };
        if (at + 2 > payload.limit() || rarely(16)) {
            return;
        }
        InternetChecksum sum = new InternetChecksum();
        if (protocol != IpPacket.ICMP) {
            sum.addPseudoHeader(from, to, protocol, payload.remaining());
        }
        payload.putShort(at, (short) sum.add(payload).value());
    }

    private void v4(ByteBuffer packet, InetAddress from, InetAddress to, int protocol, ByteBuffer payload) {
        byte[] options = rarely(12) ? noise(4 * random.nextInt(11)) : new byte[0];
        int header = 20 + options.length;
        int words = rarely(24) ? random.nextInt(16) : header / 4;
        int total = rarely(16) ? random.nextInt() : header + payload.remaining();
        packet.put((byte) (0x40 | words)).put((byte) random.nextInt()).putShort((short) total);
        packet.putShort((short) random.nextInt()).putShort((short) (rarely(12) ? random.nextInt() : 0x4000));
        packet.put((byte) random.nextInt()).put((byte) protocol).putShort((short) 0);
        packet.put(four(from)).put(four(to)).put(options);
        if (!rarely(24)) {
            int covered = Math.min(Math.max(words * 4, 20), packet.position());
            packet.putShort(10, (short)
                    new InternetChecksum().add(packet.slice(0, covered)).value());
        }
        packet.put(payload);
    }

    private void v6(ByteBuffer packet, InetAddress from, InetAddress to, int protocol, ByteBuffer payload) {
        int chain = rarely(4) ? random.nextInt(7) : 0;
        int[] kinds = new int[chain + 1];
        for (int i = 0; i < chain; i++) {
            kinds[i] = rarely(2) ? EXTENSIONS[random.nextInt(EXTENSIONS.length)] : (rarely(2) ? 0 : 60);
        }
        kinds[chain] = protocol;
        packet.putInt(0x60000000 | random.nextInt() & 0x0fffffff).putShort((short) 0);
        packet.put((byte) kinds[0])
                .put((byte) random.nextInt())
                .put(sixteen(from))
                .put(sixteen(to));
        for (int i = 0; i < chain; i++) {
            int more = random.nextInt(3);
            packet.put((byte) kinds[i + 1]).put((byte) (rarely(12) ? random.nextInt() : more));
            packet.put(noise(6 + 8 * more));
        }
        packet.put(payload);
        packet.putShort(4, (short) (rarely(16) ? random.nextInt() : packet.position() - 40));
    }

    private ByteBuffer spoiled(ByteBuffer packet) {
        for (int i = random.nextInt(12) - 8; i > 0; i--) {
            packet.put(random.nextInt(packet.limit()), (byte) random.nextInt());
        }
        return switch (random.nextInt(24)) {
            case 0 -> packet.slice(0, random.nextInt(packet.limit() + 1));
            case 1 -> packet.limit(packet.limit() + random.nextInt(packet.capacity() - packet.limit() + 1));
            default -> packet;
        };
    }

    private static byte[] four(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? bytes : new byte[4];
    }

    private static byte[] sixteen(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 ? bytes : new byte[16];
    }

    private boolean rarely(int onceIn) {
        return random.nextInt(onceIn) == 0;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }
}
