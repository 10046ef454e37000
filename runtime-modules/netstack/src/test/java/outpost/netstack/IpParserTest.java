package outpost.netstack;

import org.junit.jupiter.api.Test;
import outpost.core.netmap.Addresses;
import outpost.core.packet.InternetChecksum;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class IpParserTest {
    private final IpParser parser = new IpParser(Packets.OWN);

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (boolean v4 : new boolean[] {true, false}) {
            IpPacket packet = parser.parse(Packets.datagram(v4, 4000, 53, new byte[] {1, 2, 3}));
            assertThat(packet.from()).isEqualTo(Packets.host(v4));
            assertThat(packet.to()).isEqualTo(Packets.service(v4));
            assertThat(packet.protocol()).isEqualTo(IpPacket.UDP);
            assertThat(Packets.bytes(packet.payload())).hasSize(11).endsWith(1, 2, 3);
        }
    }

    @Test
    void whatStandsBehindThePacketIsPassedOver() throws Exception {
        ByteBuffer packet = Packets.datagram(true, 4000, 53, new byte[3]);
        ByteBuffer padded = ByteBuffer.allocate(60).put(packet).position(0);
        assertThat(parser.parse(padded).payload().remaining()).isEqualTo(11);
    }

    @Test
    void everyCutIsTold() {
        for (boolean v4 : new boolean[] {true, false}) {
            ByteBuffer packet = Packets.datagram(v4, 4000, 53, new byte[3]);
            for (int length = 0; length < packet.limit(); length++) {
                assertThat(drop(packet.slice(0, length))).as("%d bytes", length).isEqualTo(Drop.SHORT);
            }
        }
    }

    @Test
    void aHeaderThatChangedIsTold() {
        ByteBuffer packet = Packets.datagram(true, 4000, 53, new byte[3]);
        packet.put(8, (byte) 3);
        assertThat(drop(packet)).isEqualTo(Drop.CHECKSUM);
    }

    @Test
    void partsOfPacketsAreRefused() {
        assertThat(drop(v4With(6, 0x2000))).as("more to come").isEqualTo(Drop.FRAGMENT);
        assertThat(drop(v4With(6, 0x0001))).as("not the first").isEqualTo(Drop.FRAGMENT);
        assertThat(drop(v4With(6, 0x8000))).as("the evil bit").isEqualTo(Drop.MALFORMED);
        assertThatCode(() -> parser.parse(v4With(6, 0x4000))).doesNotThrowAnyException();
        assertThat(drop(v6With(44, "1100000000000001"))).isEqualTo(Drop.FRAGMENT);
    }

    @Test
    void headersThatNobodyNeedsAreRefused() throws Exception {
        assertThat(drop(v6With(43, "1100000000000000"))).as("routing").isEqualTo(Drop.OPTIONS);
        assertThat(parser.parse(v6With(0, "1100010400000000")).protocol())
                .as("hop by hop")
                .isEqualTo(IpPacket.UDP);
        assertThat(drop(v6With(0, "0000010400000000".repeat(4) + "1100010400000000")))
                .as("five of them")
                .isEqualTo(Drop.OPTIONS);
        assertThat(drop(v6With(60, "11ff010400000000")))
                .as("longer than the packet")
                .isEqualTo(Drop.SHORT);

        ByteBuffer options = ByteBuffer.allocate(24);
        options.put(Packets.datagram(true, 1, 53, new byte[0]).slice(0, 20))
                .putInt(0)
                .flip();
        options.put(0, (byte) 0x46).putShort(2, (short) 24);
        assertThat(drop(summed(options, 24))).isEqualTo(Drop.OPTIONS);
    }

    @Test
    void onlyWhatIsForTheServicesAndCanBeAnsweredIsTaken() {
        assertThat(drop(between("100.64.0.1", "100.64.0.2"))).isEqualTo(Drop.NOT_OURS);
        for (String from : new String[] {"0.0.0.0", "127.0.0.1", "224.0.0.1", "255.255.255.255", "100.100.100.100"}) {
            assertThat(drop(between(from, "100.100.100.100"))).as(from).isEqualTo(Drop.SOURCE);
        }
        for (String from : new String[] {"::", "::1", "ff02::1", "fd7a:115c:a1e0::53"}) {
            assertThat(drop(between(from, "fd7a:115c:a1e0::53"))).as(from).isEqualTo(Drop.SOURCE);
        }
    }

    @Test
    void noOtherVersionIsTaken() {
        for (int version = 0; version < 16; version++) {
            if (version != 4 && version != 6) {
                ByteBuffer packet = ByteBuffer.allocate(64).put(0, (byte) (version << 4));
                assertThat(drop(packet)).isEqualTo(Drop.MALFORMED);
            }
        }
    }

    private static ByteBuffer between(String from, String to) {
        InetAddress sender = Addresses.parse(from).orElseThrow();
        return IpWriter.packet(sender, Addresses.parse(to).orElseThrow(), 17, ByteBuffer.allocate(8), 6);
    }

    private static ByteBuffer v4With(int at, int value) {
        ByteBuffer packet = Packets.datagram(true, 4000, 53, new byte[3]);
        packet.putShort(at, (short) value);
        return summed(packet, 20);
    }

    private static ByteBuffer summed(ByteBuffer packet, int header) {
        packet.putShort(10, (short) 0);
        return packet.putShort(
                10, (short) new InternetChecksum().add(packet.slice(0, header)).value());
    }

    private static ByteBuffer v6With(int next, String extensions) {
        byte[] more = HexFormat.of().parseHex(extensions);
        ByteBuffer plain = Packets.datagram(false, 4000, 53, new byte[3]);
        ByteBuffer packet = ByteBuffer.allocate(plain.limit() + more.length);
        packet.put(plain.slice(0, 40))
                .put(more)
                .put(plain.slice(40, plain.limit() - 40))
                .flip();
        return packet.put(6, (byte) next).putShort(4, (short) (packet.limit() - 40));
    }

    private Drop drop(ByteBuffer packet) {
        DropException dropped = catchThrowableOfType(DropException.class, () -> parser.parse(packet));
        assertThat(dropped).as("dropped").isNotNull();
        return dropped.reason();
    }
}
