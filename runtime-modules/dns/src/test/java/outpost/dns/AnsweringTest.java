package outpost.dns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import outpost.core.service.UpstreamDns;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class AnsweringTest {
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final Answering answering = new Answering(executor, new AnswerCache());

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void whatCannotBeReadIsToldWithItsNumber() throws Exception {
        byte[] loop = HexFormat.of().parseHex("123401000001000000000000" + "03777777c00c00010001");
        Message answer = ask(loop).orElseThrow();
        assertThat(answer.getHeader().getID()).isEqualTo(0x1234);
        assertThat(answer.getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(ask(new byte[11])).as("no header").isEmpty();
        byte[] reply = Queries.query("a.example.", Type.A).toWire();
        reply[2] |= (byte) 0x80;
        assertThat(ask(reply)).as("an answer").isEmpty();
    }

    @Test
    void whatNobodyShouldAskIsRefused() throws Exception {
        assertThat(code(Queries.query("example.", Type.AXFR))).isEqualTo(Rcode.REFUSED);
        assertThat(code(Queries.query("example.", Type.ANY))).isEqualTo(Rcode.REFUSED);
        Message update = Queries.query("example.", Type.SOA);
        update.getHeader().setOpcode(Opcode.UPDATE);
        assertThat(code(update)).isEqualTo(Rcode.NOTIMP);
        Message two = Queries.query("example.", Type.A);
        two.addRecord(two.getQuestion(), Section.QUESTION);
        assertThat(code(two)).isEqualTo(Rcode.FORMERR);
    }

    @Test
    void withoutAnybodyToAskTheAnswerIsThereAtOnceAndWithAuthority() throws Exception {
        Message answer = ask(Queries.query("public.example.", Type.A).toWire()).orElseThrow();
        assertThat(answer.getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getHeader().getFlag(Flags.RA)).as("nobody is asked").isFalse();
    }

    @Test
    void aRealNameserverIsAskedOnceForWhatIsKept() throws Exception {
        try (TinyNameserver server = new TinyNameserver()) {
            answering.forwarder(new Forwarder(List.of(server.address())));
            for (int i = 0; i < 3; i++) {
                Message answer =
                        ask(Queries.query("public.example.", Type.A).toWire()).orElseThrow();
                assertThat(Queries.answers(answer)).containsExactly("A 192.0.2.80");
                assertThat(answer.getHeader().getFlag(Flags.RA)).isTrue();
                assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
            }
            assertThat(server.asked()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsCutOffIsAskedForOverTcp() throws Exception {
        try (TinyNameserver server = new TinyNameserver()) {
            answering.forwarder(new Forwarder(List.of(server.address())));
            Message answer =
                    ask(Queries.query("long.example.", Type.TXT).toWire()).orElseThrow();
            assertThat(answer.getSection(Section.ANSWER)).hasSize(40);
        }
    }

    @Test
    void aSilentNameserverIsFollowedByTheNext() throws Exception {
        try (TinyNameserver server = new TinyNameserver();
                var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            answering.forwarder(new Forwarder(
                    List.of(new InetSocketAddress(silent.getLocalAddress(), silent.getLocalPort()), server.address())));
            Message answer =
                    ask(Queries.query("public.example.", Type.A).toWire()).orElseThrow();
            assertThat(Queries.answers(answer)).containsExactly("A 192.0.2.80");
        }
    }

    @Test
    void whileAllTrafficGoesThroughAnotherNodeItIsTheOneThatIsAsked() throws Exception {
        try (TinyNameserver server = new TinyNameserver()) {
            answering.forwarder(new Forwarder(List.of(server.address())));
            WayOut out = new WayOut();
            answering.wayOut(Optional.of(out));
            Message answer =
                    ask(Queries.query("public.example.", Type.A).toWire()).orElseThrow();
            assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);

            out.canAsk = false;
            Message none =
                    ask(Queries.query("another.example.", Type.A).toWire()).orElseThrow();
            assertThat(none.getRcode()).isEqualTo(Rcode.SERVFAIL);
            assertThat(none.getHeader().getFlag(Flags.AA))
                    .as("nobody was asked")
                    .isTrue();
            assertThat(server.asked()).isZero();
        }
    }

    @Test
    void moreThanCanWaitIsRefusedAndThoseThatWaitAreAnswered() throws Exception {
        WayOut out = new WayOut();
        out.never = true;
        answering.wayOut(Optional.of(out));
        for (int i = 0; i < Answering.MOST_WAITING; i++) {
            answering.message(Queries.query("n" + i + ".example.", Type.A).toWire());
        }
        assertThat(code(Queries.query("more.example.", Type.A))).isEqualTo(Rcode.SERVFAIL);
        assertThat(answering.outcomes().of(Outcome.TOO_MANY)).isOne();
        out.answers.forEach(answer -> answer.completeExceptionally(new IOException("gone")));
        out.never = false;
        assertThat(code(Queries.query("after.example.", Type.A))).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void whatNoThreadTakesIsAnsweredAndKeepsNoPlace() throws Exception {
        Answering full = new Answering(
                task -> {
                    throw new RejectedExecutionException("all threads are busy");
                },
                new AnswerCache());
        try (TinyNameserver server = new TinyNameserver()) {
            full.forwarder(new Forwarder(List.of(server.address())));
            for (int i = 0; i < 2 * Answering.MOST_WAITING; i++) {
                byte[] query = Queries.query("n" + i + ".example.", Type.A).toWire();
                assertThat(full.message(query)
                                .get(30, TimeUnit.SECONDS)
                                .orElseThrow()
                                .getRcode())
                        .isEqualTo(Rcode.SERVFAIL);
            }
        }
        assertThat(full.outcomes().of(Outcome.TOO_MANY)).isZero();
        assertThat(full.outcomes().of(Outcome.UNANSWERED)).isEqualTo(2L * Answering.MOST_WAITING);
    }

    private int code(Message query) throws Exception {
        return ask(query.toWire()).orElseThrow().getRcode();
    }

    private Optional<Message> ask(byte[] query) throws Exception {
        return answering.message(query).get(30, TimeUnit.SECONDS);
    }

    private static final class WayOut implements UpstreamDns {
        private boolean canAsk = true;
        private boolean never;
        private final List<CompletableFuture<byte[]>> answers = new ArrayList<>();

        @Override
        public boolean isInUse() {
            return true;
        }

        @Override
        public boolean canAsk() {
            return canAsk;
        }

        @Override
        public CompletableFuture<byte[]> ask(byte[] query) {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            answers.add(answer);
            if (!never) {
                try {
                    answer.complete(
                            Replies.to(new Message(query), Rcode.NXDOMAIN).toWire());
                } catch (IOException e) {
                    answer.completeExceptionally(e);
                }
            }
            return answer;
        }
    }
}
