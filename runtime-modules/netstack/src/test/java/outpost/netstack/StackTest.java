package outpost.netstack;

import org.junit.jupiter.api.Test;
import outpost.core.packet.InternetChecksum;
import outpost.core.service.ServiceAddressTransport.DatagramReply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Echo and datagrams. */
class StackTest {
    private final List<ByteBuffer> sent = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final Stack stack = new Stack(Packets.OWN, 1280, sent::add, now::get);

    @Test
    void echoesComeBackWithTheSameBytes() throws Exception {
        for (boolean v4 : new boolean[] {true, false}) {
            sent.clear();
            stack.receive(Packets.echo(v4, new byte[] {9, 8, 7}));

            assertThat(sent).hasSize(1);
            IpPacket reply = Packets.read(sent.get(0));
            assertThat(reply.from()).isEqualTo(Packets.service(v4));
            assertThat(reply.payload().get(0) & 0xff).isEqualTo(v4 ? 0 : 129);
            assertThat(Packets.bytes(reply.payload().slice(4, reply.payload().remaining() - 4)))
                    .containsExactly(0, 77, 0, 3, 9, 8, 7);
            int sum = v4 ? new InternetChecksum().add(reply.payload()).value() : reply.pseudoChecksum();
            assertThat(sum).isZero();
        }
    }

    @Test
    void anEchoThatFitsNoPacketIsCounted() {
        for (boolean v4 : new boolean[] {true, false}) {
            int room = 1280 - (v4 ? 20 : 40) - 8;
            stack.receive(Packets.echo(v4, new byte[room]));
            stack.receive(Packets.echo(v4, new byte[room + 1]));
        }
        assertThat(sent).hasSize(2).allMatch(packet -> packet.remaining() == 1280);
        assertThat(stack.drops()).containsOnly(Map.entry(Drop.TOO_LONG, 2L));
    }

    @Test
    void aReplyOfIcmpIsNotAnswered() {
        ByteBuffer reply = Packets.echo(true, new byte[0]);
        reply.put(20, (byte) 0).putShort(22, (short) 0);
        reply.putShort(
                22, (short) new InternetChecksum().add(reply.slice(20, 8)).value());
        stack.receive(reply);
        assertThat(sent).isEmpty();
        assertThat(stack.drops()).containsOnlyKeys(Drop.PROTOCOL);
    }

    @Test
    void anEchoWhoseBytesChangedIsNotAnswered() {
        ByteBuffer request = Packets.echo(false, new byte[] {1, 2});
        request.put(request.limit() - 1, (byte) 3);
        stack.receive(request);
        assertThat(sent).isEmpty();
        assertThat(stack.drops()).containsEntry(Drop.CHECKSUM, 1L);
    }

    @Test
    void datagramsReachTheirPortAndAreAnsweredFromThere() throws Exception {
        stack.onDatagram(53, (payload, reply) -> {
            String text = StandardCharsets.UTF_8.decode(payload).toString();
            assertThat(reply.from().getPort()).isEqualTo(4000);
            reply.send(ByteBuffer.wrap((text + "!").getBytes(StandardCharsets.UTF_8)));
        });
        for (boolean v4 : new boolean[] {true, false}) {
            sent.clear();
            stack.receive(Packets.datagram(v4, 4000, 53, "who".getBytes(StandardCharsets.UTF_8)));

            IpPacket packet = Packets.read(sent.get(0));
            Udp answer = Udp.parse(packet);
            assertThat(answer.fromPort()).isEqualTo(53);
            assertThat(answer.toPort()).isEqualTo(4000);
            assertThat(Packets.bytes(answer.payload())).asString().isEqualTo("who!");
        }
    }

    @Test
    void anAnswerMayComeWhenTheBytesOfTheQuestionAreGone() throws Exception {
        List<DatagramReply> later = new ArrayList<>();
        stack.onDatagram(53, (payload, reply) -> later.add(reply));
        ByteBuffer packet = Packets.datagram(true, 4000, 53, new byte[5]);
        stack.receive(packet);
        for (int i = 0; i < packet.limit(); i++) {
            packet.put(i, (byte) -1);
        }
        later.get(0).send(ByteBuffer.wrap(new byte[] {42}));

        assertThat(Packets.bytes(Udp.parse(Packets.read(sent.get(0))).payload()))
                .containsExactly(42);
    }

    @Test
    void anAnswerThatFitsNoPacketIsCounted() {
        stack.onDatagram(53, (payload, reply) -> {
            reply.send(ByteBuffer.allocate(reply.room()));
            reply.send(ByteBuffer.allocate(reply.room() + 1));
        });
        stack.receive(Packets.datagram(true, 4000, 53, new byte[0]));
        assertThat(sent).hasSize(1).allMatch(packet -> packet.limit() == 1280);
        assertThat(stack.drops()).containsEntry(Drop.TOO_LONG, 1L);
    }

    @Test
    void aPortWithoutListenerIsTold() throws Exception {
        stack.receive(Packets.datagram(true, 4000, 99, new byte[500]));
        IpPacket told = Packets.read(sent.get(0));
        assertThat(told.protocol()).isEqualTo(IpPacket.ICMP);
        assertThat(told.payload().get(0)).isEqualTo((byte) 3);
        assertThat(told.payload().get(1)).isEqualTo((byte) 3);
        assertThat(told.payload().remaining()).as("less than what was sent").isEqualTo(36);

        stack.receive(Packets.datagram(false, 4000, 99, new byte[9]));
        IpPacket six = Packets.read(sent.get(1));
        assertThat(six.protocol()).isEqualTo(IpPacket.ICMP_V6);
        assertThat(six.payload().getShort(0)).isEqualTo((short) 0x0104);
        assertThat(six.pseudoChecksum()).isZero();
    }

    @Test
    void onlySoManyAreToldASecond() {
        for (int i = 0; i < 500; i++) {
            stack.receive(Packets.datagram(true, 4000, 99, new byte[0]));
        }
        assertThat(sent).hasSize(50);
        now.addAndGet(100_000_000);
        for (int i = 0; i < 500; i++) {
            stack.receive(Packets.datagram(true, 4000, 99, new byte[0]));
        }
        assertThat(sent).as("a tenth of a second later").hasSize(55);
    }

    @Test
    void whoeverMayNotAskIsNotAnsweredAndCounted() {
        Stack ownOnly = new Stack(Packets.OWN, Packets.HOST::equals, 1280, sent::add, now::get);
        ownOnly.receive(Packets.echo(true, new byte[0]));
        assertThat(sent).hasSize(1);
        ownOnly.receive(Packets.echo(false, new byte[0]));
        assertThat(sent).hasSize(1);
        assertThat(ownOnly.drops()).containsOnlyKeys(Drop.SOURCE);
    }

    @Test
    void aDatagramWithoutSumIsTakenOverIpv4Alone() {
        List<Integer> got = new ArrayList<>();
        stack.onDatagram(53, (payload, reply) -> got.add(payload.remaining()));
        stack.receive(Packets.datagram(true, 4000, 53, new byte[2]).putShort(26, (short) 0));
        stack.receive(Packets.datagram(false, 4000, 53, new byte[3]).putShort(46, (short) 0));
        assertThat(got).containsExactly(2);
        assertThat(stack.drops()).containsEntry(Drop.CHECKSUM, 1L);
    }

    @Test
    void whatTheDeviceDoesNotTakeIsCounted() {
        Stack unplugged = new Stack(Packets.OWN, 1280, packet -> false, now::get);
        unplugged.receive(Packets.echo(true, new byte[0]));
        assertThat(unplugged.sent()).isZero();
        assertThat(unplugged.drops()).containsEntry(Drop.DEVICE, 1L);
    }

    @Test
    void aPortIsTakenOnce() {
        stack.onDatagram(53, (payload, reply) -> {});
        assertThatThrownBy(() -> stack.onDatagram(53, (payload, reply) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("53");
    }
}
