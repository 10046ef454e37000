package outpost.gro;

import outpost.core.packet.InternetChecksum;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Packets as a host would send them, and what is in them. */
final class Packets {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;
    static final int URG = 32;

    private Packets() {}

    /** From port 1000, acknowledging 77, with a window of 5000. */
    static ByteBuffer v4(int sequence, int flags, String data) {
        return v4(1000, sequence, flags, new byte[0], data);
    }

    static ByteBuffer v4(int fromPort, int sequence, int flags, byte[] options, String data) {
        ByteBuffer segment = segment(fromPort, sequence, flags, options, data);
        ByteBuffer packet = ByteBuffer.allocate(20 + segment.remaining());
        packet.putShort((short) 0x4500).putShort((short) packet.capacity());
        packet.putShort((short) sequence).putShort((short) 0x4000);
        packet.put((byte) 64).put((byte) 6).putShort((short) 0);
        packet.putInt(0x64400001).putInt(0x64646464).put(segment).flip();
        return summed(packet);
    }

    static ByteBuffer v6(int sequence, int flags, String data) {
        ByteBuffer segment = segment(1000, sequence, flags, new byte[0], data);
        ByteBuffer packet = ByteBuffer.allocate(40 + segment.remaining());
        packet.putInt(0x60000000)
                .putShort((short) segment.remaining())
                .put((byte) 6)
                .put((byte) 64);
        packet.putLong(0xfd7a115ca1e00000L)
                .putLong(1)
                .putLong(0xfd7a115ca1e00000L)
                .putLong(0x53);
        packet.put(segment).flip();
        return summed(packet);
    }

    private static ByteBuffer segment(int fromPort, int sequence, int flags, byte[] options, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(20 + options.length + bytes.length);
        segment.putShort((short) fromPort).putShort((short) 53).putInt(sequence).putInt(77);
        segment.put((byte) ((20 + options.length) / 4 << 4)).put((byte) flags).putShort((short) 5000);
        segment.putInt(0).put(options).put(bytes).flip();
        return segment;
    }

    static ByteBuffer datagram(String data) {
        ByteBuffer packet = ByteBuffer.allocate(28 + data.length());
        packet.putShort((short) 0x4500).putShort((short) packet.capacity()).putInt(0);
        packet.put((byte) 64).put((byte) 17).putShort((short) 0);
        packet.putInt(0x64400001).putInt(0x64646464);
        packet.putShort((short) 1000)
                .putShort((short) 53)
                .putShort((short) (8 + data.length()))
                .putShort((short) 0);
        packet.put(data.getBytes(StandardCharsets.ISO_8859_1)).flip();
        return packet;
    }

    /** With bytes of it changed, and its sums put right. */
    static ByteBuffer with(ByteBuffer packet, int at, int value) {
        packet.put(at, (byte) value);
        return summed(packet);
    }

    static ByteBuffer summed(ByteBuffer packet) {
        boolean v4 = packet.get(0) >> 4 == 4;
        int tcpAt = v4 ? 20 : 40;
        if (v4) {
            packet.putShort(10, (short) 0);
            packet.putShort(
                    10, (short) new InternetChecksum().add(packet.slice(0, 20)).value());
        }
        packet.putShort(tcpAt + 16, (short) 0);
        packet.putShort(tcpAt + 16, (short) Segment.transportSum(packet, tcpAt));
        return packet;
    }

    /** The data of a packet whose sums are right. */
    static String data(ByteBuffer packet) {
        if (Sight.of(packet) instanceof Seen.Joinable joinable
                && joinable.segment().isWhole()) {
            return StandardCharsets.ISO_8859_1.decode(joinable.segment().data()).toString();
        }
        throw new AssertionError("no whole segment with data");
    }
}
