package outpost.dns;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;
import outpost.core.service.ServiceAddressTransport.DatagramReply;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** A million questions, answers and connections of those who mean nothing well. */
class HostileMessagesTest {
    private static final int QUESTIONS = 1_000_000;
    private static final int ANSWERS = 200_000;
    private static final int STREAMS = 20_000;
    private static final int ROOM = 1232;

    private final AnswerCache cache = new AnswerCache();
    private final Answering answering = new Answering(Runnable::run, cache);
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final HostileMessages messages = new HostileMessages(random);

    @BeforeEach
    void begin() throws IOException {
        System.out.println("HostileMessagesTest seed " + seed);
        answering.zone(Optional.of(new MagicZone(Queries.NETMAP)));
    }

    @Test
    void everyQuestionHasAtMostOneAnswerWhichIsOne() throws IOException {
        UdpQuestions udp = new UdpQuestions(answering);
        Judge judge = new Judge();
        for (int i = 0; i < QUESTIONS; i++) {
            byte[] query = messages.next();
            judge.begin(query, i);
            udp.received(ByteBuffer.wrap(query).asReadOnlyBuffer(), judge);
            judge.heard(Refusals.isQuestion(query) ? 1 : 0);
        }
        for (Outcome reached : new Outcome[] {
            Outcome.NETMAP, Outcome.NOBODY_TO_ASK, Outcome.REFUSED, Outcome.MALFORMED, Outcome.NO_QUESTION
        }) {
            assertThat(answering.outcomes().of(reached)).as("%s", reached).isGreaterThan(QUESTIONS / 1000);
        }
        assertThat(answering.outcomes().read().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(QUESTIONS);
        stillAnswers();
    }

    @Test
    void whateverIsAnsweredByTheWayOutWhoeverAsksHearsOfItInBounds() throws IOException {
        PlayedWayOut out = new PlayedWayOut(messages::answerTo);
        answering.wayOut(Optional.of(out));
        UdpQuestions udp = new UdpQuestions(answering);
        Judge judge = new Judge();
        for (int i = 0; i < ANSWERS; i++) {
            // Few names, so that what is kept of the answers is given out again.
            byte[] query = Queries.query("n" + random.nextInt(500) + ".example.", Type.A)
                    .toWire();
            judge.begin(query, i);
            udp.received(ByteBuffer.wrap(query), judge);
            judge.heard(1);
        }
        for (Outcome reached : new Outcome[] {Outcome.FORWARDED, Outcome.CACHE, Outcome.UNANSWERED}) {
            assertThat(answering.outcomes().of(reached)).as("%s", reached).isGreaterThan(ANSWERS / 1000);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(500);
        assertThat(answering.outcomes().of(Outcome.TOO_MANY))
                .as("every place is given back")
                .isZero();
        stillAnswers();
    }

    @Test
    void streamsOfThemEndNoOtherThanTheirOwnConnection() throws IOException {
        for (int i = 0; i < STREAMS; i++) {
            Talk talk = new Talk();
            TcpQuestions questions = new TcpQuestions(talk, answering);
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                byte[] message = messages.next();
                ByteBuffer framed = ByteBuffer.allocate(2 + message.length);
                framed.putShort((short) (random.nextInt(8) == 0 ? random.nextInt() : message.length));
                framed.put(message).flip();
                while (framed.hasRemaining()) {
                    ByteBuffer part = framed.slice(framed.position(), 1 + random.nextInt(framed.remaining()));
                    framed.position(framed.position() + part.remaining());
                    questions.received(part);
                }
            }
            questions.finished();
            assertThat(talk.isOver()).as("seed %d, stream %d", seed, i).isTrue();
        }
        stillAnswers();
    }

    private void stillAnswers() throws IOException {
        byte[] good = Queries.query("printer.tail.example.", Type.A).toWire();
        assertThat(Queries.answers(answering.message(good).join().orElseThrow()))
                .containsExactly("A 100.64.0.7");
    }

    /** Takes one answer and holds it against its question. */
    private final class Judge implements DatagramReply {
        private byte[] query = new byte[0];
        private int number;
        private int count;

        void begin(byte[] asked, int which) {
            query = asked;
            number = which;
            count = 0;
        }

        void heard(int answers) {
            if (count != answers) {
                throw failure(count + " answers to it", null);
            }
        }

        private AssertionError failure(String what, Throwable cause) {
            return new AssertionError(
                    "seed " + seed + ", number " + number + ", "
                            + HexFormat.of().formatHex(query) + ": " + what,
                    cause);
        }

        @Override
        public InetSocketAddress from() {
            return new InetSocketAddress("100.64.0.1", 4000);
        }

        @Override
        public int room() {
            return ROOM;
        }

        @Override
        public void send(ByteBuffer payload) {
            count++;
            // A million times: compared first, and told only where it differs.
            boolean answers = payload.remaining() >= 12
                    && payload.remaining() <= ROOM
                    && payload.getShort(0) == ByteBuffer.wrap(query).getShort(0)
                    && payload.get(2) < 0;
            if (!answers) {
                throw failure("what came is no answer to it", null);
            }
            try {
                new Message(payload);
            } catch (IOException unreadable) {
                throw failure("its answer cannot be read", unreadable);
            }
        }
    }
}
