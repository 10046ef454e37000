package outpost.netstack;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outpost.core.netmap.Addresses;
import outpost.core.service.ServiceAddressTransport.Conversation;
import outpost.core.service.ServiceAddressTransport.StreamListener;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** Connections, segment by segment, with a clock that the test moves. */
class TcpTest {
    private static final int PORT = 4000;
    private static final long SECOND = 1_000_000_000L;

    private final List<TcpSegment> sent = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final Stack stack = new Stack(Packets.OWN, 1280, this::read, now::get);
    private final List<String> heard = new ArrayList<>();
    private final List<Conversation> conversations = new ArrayList<>();
    private int theirs;

    @BeforeEach
    void listen() {
        stack.onConnection(53, conversation -> {
            conversations.add(conversation);
            return new Heard();
        });
    }

    @Test
    void aConnectionIsMadeTalkedOverAndEndedByTheOtherSide() {
        connect();
        say(1, "question");
        assertThat(heard).containsExactly("question");
        assertThat(last().acknowledged()).isEqualTo(101 + 8);

        conversations.get(0).send(ByteBuffer.wrap("answer".getBytes(StandardCharsets.UTF_8)));
        assertThat(text(last())).isEqualTo("answer");
        assertThat(last().sequence()).isEqualTo(theirs + 1);
        send(109, theirs + 7, TcpSegment.ACK | TcpSegment.FIN, "");
        assertThat(heard).containsExactly("question", "finished");
        assertThat(last().acknowledged()).as("the FIN counts as one").isEqualTo(110);

        conversations.get(0).finish();
        assertThat(last().has(TcpSegment.FIN)).isTrue();
        send(110, theirs + 8, TcpSegment.ACK, "");
        assertThat(heard).containsExactly("question", "finished", "ended");
        assertThat(stack.connections()).isZero();
    }

    @Test
    void theLargestSegmentIsToldAndTheirsIsKeptTo() {
        connect();
        assertThat(sent.get(0).largest()).hasValue(1280 - 40);
        conversations.get(0).send(ByteBuffer.wrap(new byte[2500]));
        assertThat(sent.subList(1, sent.size()))
                .extracting(segment -> segment.data().remaining())
                .as("they said 1000")
                .containsExactly(1000, 1000, 500);
    }

    @Test
    void whatIsSentTwiceIsHeardOnceAndWhatIsMissingIsAskedFor() {
        connect();
        say(1, "abc");
        say(1, "abcdef");
        say(2, "bc");
        assertThat(String.join("", heard)).isEqualTo("abcdef");
        say(10, "jkl");
        assertThat(last().acknowledged()).as("where it goes on").isEqualTo(107);
        say(7, "ghi");
        say(10, "jkl");
        assertThat(String.join("", heard)).isEqualTo("abcdefghijkl");
    }

    @Test
    void whatBeginsBeforeTheWindowAndEndsBehindItIsHeardFromWhereItIsNew() {
        connect();
        say(1, "abc");
        say(1, "abc" + "d".repeat(TcpConnection.WINDOW + 1));
        assertThat(String.join("", heard)).hasSize(3 + TcpConnection.WINDOW + 1).startsWith("abcdd");
    }

    @Test
    void whatIsLostIsSentAgainAfterATimeThatDoubles() {
        connect();
        conversations.get(0).send(ByteBuffer.wrap(new byte[] {1}));
        int first = sent.size();
        List<Long> times = new ArrayList<>();
        for (int tenths = 0; tenths < 600 && stack.connections() > 0; tenths++) {
            int before = sent.size();
            now.addAndGet(SECOND / 10);
            stack.tick();
            if (sent.size() > before) {
                times.add(now.get() / SECOND);
            }
        }
        assertThat(times).containsExactly(1L, 3L, 7L, 15L, 23L, 31L, 39L);
        assertThat(sent.subList(first, sent.size() - 1)).allMatch(segment -> segment.sequence() == theirs + 1);
        assertThat(last().has(TcpSegment.RST)).as("given up at last").isTrue();
        assertThat(heard).containsExactly("ended");
    }

    @Test
    void aLongAnswerArrivesWholeThroughAChannelThatLoses() {
        byte[] answer = new byte[65_000];
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        random.nextBytes(answer);
        connect();
        sent.clear();
        assertThat(conversations.get(0).send(ByteBuffer.wrap(answer))).isTrue();
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        for (int round = 0; round < 20_000 && got.size() < answer.length; round++) {
            List<TcpSegment> arrived = List.copyOf(sent);
            sent.clear();
            for (TcpSegment segment : arrived) {
                int at = segment.sequence() - (theirs + 1);
                // One in sixteen is lost on the way there, one in sixteen on the way back: six in a row, and it would
                // be given up.
                if (random.nextInt(16) > 0
                        && at <= got.size()
                        && at + segment.data().remaining() > got.size()) {
                    byte[] bytes = Packets.bytes(segment.data());
                    got.write(bytes, got.size() - at, bytes.length - (got.size() - at));
                }
                if (random.nextInt(16) > 0) {
                    send(101, theirs + 1 + got.size(), TcpSegment.ACK, "");
                }
            }
            if (sent.isEmpty()) {
                now.addAndGet(SECOND / 10);
                stack.tick();
            }
        }
        assertThat(got.toByteArray()).as("seed %d", seed).isEqualTo(answer);
    }

    @Test
    void aWindowIsKeptToAndAskedAboutWhereItIsShut() {
        connect();
        sent.clear();
        stack.receive(Packets.segment(Packets.HOST, PORT, 53, 101, theirs + 1, TcpSegment.ACK, 10, new byte[0]));
        conversations.get(0).send(ByteBuffer.wrap(new byte[25]));
        assertThat(last().data().remaining()).isEqualTo(10);
        stack.receive(Packets.segment(Packets.HOST, PORT, 53, 101, theirs + 11, TcpSegment.ACK, 0, new byte[0]));
        sent.clear();
        now.addAndGet(2 * SECOND);
        stack.tick();
        assertThat(sent)
                .singleElement()
                .satisfies(probe -> assertThat(probe.data().remaining()).isOne());
        stack.receive(Packets.segment(Packets.HOST, PORT, 53, 101, theirs + 12, TcpSegment.ACK, 100, new byte[0]));
        assertThat(last().data().remaining()).isEqualTo(14);
    }

    @Test
    void moreThanIsKeptIsRefusedWhole() {
        connect();
        Conversation conversation = conversations.get(0);
        assertThat(conversation.send(ByteBuffer.allocate(TcpSender.SEND_LIMIT))).isTrue();
        assertThat(conversation.send(ByteBuffer.allocate(1))).isFalse();
    }

    @Test
    void aResetCountsOnlyWhereItStandsExactly() {
        connect();
        send(105, theirs + 1, TcpSegment.RST, "");
        assertThat(heard).as("within the window: asked about, RFC 5961").isEmpty();
        assertThat(last().flags()).isEqualTo(TcpSegment.ACK);
        send(101, theirs + 1, TcpSegment.RST, "");
        assertThat(heard).containsExactly("ended");
        assertThat(stack.connections()).isZero();
    }

    @Test
    void aSynWithinAConnectionDoesNotEndIt() {
        connect();
        send(105, 0, TcpSegment.SYN, "");
        assertThat(last().flags()).isEqualTo(TcpSegment.ACK);
        say(1, "still");
        assertThat(heard).containsExactly("still");
    }

    @Test
    void aSynThatIsRepeatedIsAnsweredAlike() {
        send(100, 0, TcpSegment.SYN, "");
        send(100, 0, TcpSegment.SYN, "");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).sequence()).isEqualTo(sent.get(1).sequence());
        assertThat(stack.connections()).isOne();
    }

    @Test
    void whoAcknowledgesWhatWasNeverSentIsReset() {
        send(100, 0, TcpSegment.SYN, "");
        send(101, last().sequence() + 5, TcpSegment.ACK, "");
        assertThat(last().has(TcpSegment.RST)).isTrue();
        assertThat(conversations).isEmpty();
    }

    @Test
    void aClosedPortAndAStrangeSegmentAreReset() {
        stack.receive(Packets.segment(PORT, 99, 100, 0, TcpSegment.SYN, new byte[0]));
        assertThat(last().flags()).isEqualTo(TcpSegment.RST | TcpSegment.ACK);
        assertThat(last().acknowledged()).isEqualTo(101);
        send(500, 700, TcpSegment.ACK, "lost?");
        assertThat(last().flags()).isEqualTo(TcpSegment.RST);
        assertThat(last().sequence()).isEqualTo(700);
        int before = sent.size();
        send(500, 700, TcpSegment.RST, "");
        assertThat(sent).as("nobody answers a reset").hasSize(before);
    }

    @Test
    void aFloodOfSynsLeavesThoseThatTalk() {
        connect();
        for (int i = 0; i < 10_000; i++) {
            InetAddress from = Addresses.parse("100.64." + (i >> 8 & 0xff) + "." + (i & 0xff))
                    .orElseThrow();
            if (!from.equals(Packets.HOST)) {
                stack.receive(Packets.segment(from, 1 + i % 60_000, 53, i, 0, TcpSegment.SYN, 1000, new byte[0]));
            }
        }
        assertThat(stack.connections()).isLessThanOrEqualTo(TcpPorts.MOST_HALF_OPEN + 1);
        say(1, "still here");
        assertThat(heard).containsExactly("still here");
    }

    @Test
    void oneSideHasOnlySoManyConnections() {
        for (int port = 1; port <= 100; port++) {
            stack.receive(Packets.segment(port, 53, 100, 0, TcpSegment.SYN, new byte[0]));
        }
        assertThat(stack.connections()).isEqualTo(TcpPorts.MOST_OF_ONE);
        assertThat(stack.drops()).containsEntry(Drop.LIMIT, 100L - TcpPorts.MOST_OF_ONE);
    }

    @Test
    void whoSaysNothingForAMinuteIsLetGo() {
        connect();
        now.addAndGet(61 * SECOND);
        stack.tick();
        assertThat(heard).containsExactly("ended");
        assertThat(last().has(TcpSegment.RST)).isTrue();
    }

    @Test
    void whoEndsFirstStillAnswersALateFin() {
        connect();
        conversations.get(0).finish();
        send(101, theirs + 2, TcpSegment.ACK, "");
        send(101, theirs + 2, TcpSegment.ACK | TcpSegment.FIN, "");
        send(101, theirs + 2, TcpSegment.ACK | TcpSegment.FIN, "");
        assertThat(last().flags()).isEqualTo(TcpSegment.ACK);
        assertThat(last().acknowledged()).isEqualTo(102);
        now.addAndGet(5 * SECOND);
        stack.tick();
        assertThat(stack.connections()).isZero();
        assertThat(heard).containsExactly("finished", "ended");
    }

    @Test
    void numbersAreNotToBeForetold() {
        send(100, 0, TcpSegment.SYN, "");
        int first = last().sequence();
        stack.receive(Packets.segment(PORT + 1, 53, 100, 0, TcpSegment.SYN, new byte[0]));
        assertThat(Math.abs((long) last().sequence() - first)).isGreaterThan(64);
    }

    private void connect() {
        send(100, 0, TcpSegment.SYN, "");
        theirs = last().sequence();
        assertThat(last().flags()).isEqualTo(TcpSegment.SYN | TcpSegment.ACK);
        send(101, theirs + 1, TcpSegment.ACK, "");
        assertThat(conversations).hasSize(1);
    }

    /** Bytes from this one on, the first of the conversation being 1. */
    private void say(int from, String text) {
        send(100 + from, theirs + 1, TcpSegment.ACK | TcpSegment.PSH, text);
    }

    private void send(int sequence, int acknowledged, int flags, String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        stack.receive(Packets.segment(PORT, 53, sequence, acknowledged, flags, data));
    }

    private TcpSegment last() {
        return sent.get(sent.size() - 1);
    }

    private static String text(TcpSegment segment) {
        return StandardCharsets.UTF_8.decode(segment.data().duplicate()).toString();
    }

    private boolean read(ByteBuffer packet) {
        try {
            IpPacket parsed = new IpParser(Set.of(Packets.HOST)).parse(packet);
            sent.add(TcpSegment.parse(parsed));
        } catch (DropException toAnother) {
            assertThat(toAnother.reason()).isEqualTo(Drop.NOT_OURS);
        }
        return true;
    }

    private final class Heard implements StreamListener {
        @Override
        public void received(ByteBuffer bytes) {
            heard.add(StandardCharsets.UTF_8.decode(bytes).toString());
        }

        @Override
        public void finished() {
            heard.add("finished");
        }

        @Override
        public void ended() {
            heard.add("ended");
        }
    }
}
