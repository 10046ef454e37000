package outpost.gro;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static outpost.gro.Packets.ACK;
import static outpost.gro.Packets.FIN;
import static outpost.gro.Packets.PSH;
import static outpost.gro.Packets.RST;
import static outpost.gro.Packets.SYN;
import static outpost.gro.Packets.URG;
import static outpost.gro.Packets.data;
import static outpost.gro.Packets.datagram;
import static outpost.gro.Packets.v4;
import static outpost.gro.Packets.v6;
import static outpost.gro.Packets.with;

class CoalescerTest {
    private final Coalescer coalescer = new Coalescer();

    @Test
    void segmentsOneBehindTheOtherBecomeOne() {
        ByteBuffer one = only(v4(100, ACK, "abc"), v4(103, ACK, "de"), v4(105, ACK | PSH, "f"));
        assertThat(data(one)).isEqualTo("abcdef");
        assertThat(one.getShort(2)).as("total length").isEqualTo((short) 46);
        assertThat(one.getInt(24)).as("sequence").isEqualTo(100);
        assertThat(one.get(33)).as("flags").isEqualTo((byte) (ACK | PSH));
        assertThat(coalescer.merged()).isEqualTo(2);
    }

    @Test
    void inIpv6AsWell() {
        ByteBuffer one = only(v6(-2, ACK, "abc"), v6(1, ACK, "de"));
        assertThat(data(one)).as("numbers begin anew after the last one").isEqualTo("abcde");
        assertThat(one.getShort(4)).as("payload length").isEqualTo((short) 25);
        assertThat(one.get(53)).isEqualTo((byte) ACK);
    }

    @Test
    void oddLengthsDoNotSpoilTheSum() {
        assertThat(data(only(v4(0, ACK, "a"), v4(1, ACK, "b"), v4(2, ACK, "cde"))))
                .isEqualTo("abcde");
    }

    @Test
    void whatIsPushedIsNotHeldTogetherWithWhatFollows() {
        assertThat(coalesce(v4(1, ACK | PSH, "a"), v4(2, ACK, "b"), v4(3, ACK, "c")))
                .extracting(Packets::data)
                .containsExactly("a", "bc");
    }

    @Test
    void connectionsAreKeptApartAndOthersPassBetween() {
        ByteBuffer datagram = datagram("question");
        List<ByteBuffer> packets =
                coalesce(v4(1, ACK, "a"), other(1, "x"), datagram, v4(2, ACK, "b"), other(2, "y"), v6(2, ACK, "6"));
        assertThat(packets).hasSize(4);
        assertThat(data(packets.get(0))).isEqualTo("ab");
        assertThat(data(packets.get(1))).isEqualTo("xy");
        assertThat(packets.get(2)).isSameAs(datagram);
        assertThat(data(packets.get(3))).isEqualTo("6");
    }

    @Test
    void whatIsMissingTwiceOrOutOfOrderStaysAsItCame() {
        keeps(v4(1, ACK, "abc"), v4(5, ACK, "e"));
        keeps(v4(1, ACK, "abc"), v4(1, ACK, "abc"));
        keeps(v4(4, ACK, "d"), v4(1, ACK, "abc"));
        keeps(v4(1, ACK, "abc"), v4(3, ACK, "cd"));
    }

    @Test
    void whatTellsMoreThanItsDataStaysAsItCame() {
        for (int flags : new int[] {0, PSH, ACK | FIN, ACK | SYN, ACK | RST, ACK | URG, ACK | 0x40, ACK | 0x80}) {
            keeps(v4(1, ACK, "a"), v4(2, flags, "b"));
            keeps(v4(1, flags, "a"), v4(2, ACK, "b"));
        }
        keeps(v4(1, ACK, "a"), v4(2, ACK, ""));
        keeps(v4(1, ACK, "a"), with(v4(2, ACK, "b"), 1, 3));
        keeps(v4(1, ACK, "a"), with(v4(2, ACK, "b"), 8, 63));
        keeps(v4(1, ACK, "a"), with(v4(2, ACK, "b"), 6, 0));
        keeps(v4(1, ACK, "a"), with(v4(2, ACK, "b"), 31, 78));
        keeps(v4(1, ACK, "a"), with(v4(2, ACK, "b"), 35, 1));
        keeps(v4(1, ACK, "a"), with(v4(2, ACK, "b"), 39, 1));
        keeps(v6(1, ACK, "a"), with(v6(2, ACK, "b"), 1, 0x10));
        keeps(v6(1, ACK, "a"), with(v6(2, ACK, "b"), 7, 63));
    }

    @Test
    void optionsAreTheSameOrKeepSegmentsApart() {
        byte[] early = {1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 0};
        byte[] late = {1, 1, 8, 10, 0, 0, 0, 2, 0, 0, 0, 0};
        assertThat(data(only(v4(1000, 1, ACK, early, "a"), v4(1000, 2, ACK, early, "b"))))
                .isEqualTo("ab");
        keeps(v4(1000, 1, ACK, early, "a"), v4(1000, 2, ACK, late, "b"));
        keeps(v4(1000, 1, ACK, early, "a"), v4(2, ACK, "b"));
    }

    @Test
    void theOrderOfAConnectionStays() {
        // A reset, or a part of a packet that nobody knows the connection of, comes between two that would fit.
        assertThat(coalesce(v4(1, ACK, "a"), v4(2, RST, ""), v4(2, ACK, "b"))).hasSize(3);
        ByteBuffer part = with(v4(2, ACK, "b"), 6, 0x20);
        assertThat(coalesce(v4(1, ACK, "a"), part, v4(2, ACK, "b"))).hasSize(3);
        assertThat(coalesce(v4(1, ACK, "a"), datagram("x"), v4(2, ACK, "b"))).hasSize(2);
    }

    @Test
    void whatIsBrokenStaysAsItCame() {
        keeps(broken(v4(1, ACK, "a"), 40), v4(2, ACK, "b"));
        keeps(v4(1, ACK, "a"), broken(v4(2, ACK, "b"), 40));
        keeps(v4(1, ACK, "a"), broken(v4(2, ACK, "b"), 11));
        keeps(v4(1, ACK, "a"), v4(2, ACK, "b").limit(30));
        keeps(v4(1, ACK, "a"), ByteBuffer.allocate(0));
        keeps(v6(1, ACK, "a"), v6(2, ACK, "b").limit(35));
        assertThat(coalesce(broken(v4(1, ACK, "a"), 40), v4(2, ACK, "b"), v4(3, ACK, "c")))
                .as("the whole ones are still put together")
                .hasSize(2);
    }

    @Test
    void bytesBehindAPacketAreNoData() {
        ByteBuffer first = ByteBuffer.allocate(60)
                .put(v4(1, ACK, "a"))
                .put(new byte[] {'?', '?'})
                .flip();
        assertThat(data(only(first, v4(2, ACK, "b")))).isEqualTo("ab");
    }

    @Test
    void nothingBecomesLongerThanAPacketCanBe() {
        String much = "x".repeat(1240);
        ByteBuffer[] batch = new ByteBuffer[64];
        Arrays.setAll(batch, i -> v4(i * 1240, ACK, much));
        List<ByteBuffer> packets = coalesce(batch);
        assertThat(packets).extracting(ByteBuffer::remaining).containsExactly(40 + 52 * 1240, 40 + 12 * 1240);
        assertThat(packets).allSatisfy(packet -> assertThat(data(packet)).matches("x+"));
    }

    private static ByteBuffer other(int sequence, String data) {
        return v4(1001, sequence, ACK, new byte[0], data);
    }

    private static ByteBuffer broken(ByteBuffer packet, int at) {
        return packet.put(at, (byte) (packet.get(at) ^ 1));
    }

    private List<ByteBuffer> coalesce(ByteBuffer... batch) {
        return coalescer.coalesce(List.of(batch));
    }

    private ByteBuffer only(ByteBuffer... batch) {
        List<ByteBuffer> packets = coalesce(batch);
        assertThat(packets).hasSize(1);
        return packets.get(0);
    }

    private void keeps(ByteBuffer... batch) {
        long before = coalescer.merged();
        assertThat(coalesce(batch)).containsExactly(batch);
        assertThat(coalescer.merged()).isEqualTo(before);
    }
}
