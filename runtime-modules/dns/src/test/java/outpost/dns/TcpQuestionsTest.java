package outpost.dns;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;
import outpost.core.service.UpstreamDns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class TcpQuestionsTest {
    private final Answering answering = new Answering(Runnable::run, new AnswerCache());
    private final Talk talk = new Talk();
    private final TcpQuestions questions = new TcpQuestions(talk, answering);

    @Test
    void messagesAreFoundHoweverTheyAreCut() throws Exception {
        answering.zone(Optional.of(new MagicZone(Queries.NETMAP)));
        byte[] both = framed(
                Queries.query("printer.tail.example.", Type.A).toWire(),
                Queries.query("gateway.tail.example.", Type.A).toWire());
        for (byte each : both) {
            questions.received(ByteBuffer.wrap(new byte[] {each}));
        }
        assertThat(talk.sent).hasSize(2);
        ByteBuffer first = talk.sent.get(0);
        assertThat(first.getShort() & 0xffff).isEqualTo(first.remaining());
        assertThat(Queries.answers(new Message(first))).containsExactly("A 100.64.0.7");

        questions.received(ByteBuffer.wrap(both));
        assertThat(talk.sent).hasSize(4);
        questions.finished();
        assertThat(talk.finished).isTrue();
    }

    @Test
    void theEndWaitsForWhatIsStillAsked() throws Exception {
        CompletableFuture<byte[]> late = new CompletableFuture<>();
        answering.wayOut(Optional.of(new Late(late)));
        Message query = Queries.query("public.example.", Type.A);
        questions.received(ByteBuffer.wrap(framed(query.toWire())));
        questions.finished();
        assertThat(talk.finished).isFalse();
        late.completeExceptionally(new IOException("gone"));
        assertThat(talk.sent).hasSize(1);
        assertThat(talk.finished).isTrue();
    }

    @Test
    void whoAsksTooMuchAtOnceIsCutOff() throws Exception {
        answering.wayOut(Optional.of(new Late(new CompletableFuture<>())));
        for (int i = 0; i <= TcpQuestions.MOST_AT_ONCE; i++) {
            assertThat(talk.aborted).isFalse();
            questions.received(ByteBuffer.wrap(
                    framed(Queries.query("n" + i + ".example.", Type.A).toWire())));
        }
        assertThat(talk.aborted).isTrue();
    }

    @Test
    void nothingIsKeptForAQuestionThatSaysItIsLongerThanAny() {
        questions.received(ByteBuffer.wrap(new byte[] {0x10, 0x01}));
        assertThat(talk.aborted).isTrue();
        assertThat(answering.outcomes().of(Outcome.MALFORMED)).isOne();
        questions.received(ByteBuffer.wrap(new byte[100]));
        assertThat(talk.sent).isEmpty();
    }

    @Test
    void whatIsNoQuestionEndsTheConnection() {
        questions.received(ByteBuffer.wrap(new byte[] {0, 0}));
        assertThat(talk.aborted).isTrue();
        assertThat(talk.sent).isEmpty();
    }

    private static byte[] framed(byte[]... messages) {
        ByteBuffer all = ByteBuffer.allocate(4096);
        for (byte[] message : messages) {
            all.putShort((short) message.length).put(message);
        }
        byte[] bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }

    private record Late(CompletableFuture<byte[]> answer) implements UpstreamDns {
        @Override
        public boolean isInUse() {
            return true;
        }

        @Override
        public boolean canAsk() {
            return true;
        }

        @Override
        public CompletableFuture<byte[]> ask(byte[] query) {
            return answer;
        }
    }
}
