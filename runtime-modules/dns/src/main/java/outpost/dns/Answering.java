package outpost.dns;

import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import outpost.core.count.Tally;
import outpost.core.service.DnsExchange;
import outpost.core.service.UpstreamDns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * From a query to its answer: names of the netmap from the netmap, all others from whoever is asked for them, never more than so
 * many at once. Every query is hostile. Safe for use by several threads.
 */
final class Answering implements DnsExchange {
    /** How many questions may wait for others at once. */
    static final int MOST_WAITING = 256;

    private final Executor executor;
    private final AnswerCache cache;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
    private volatile Optional<MagicZone> zone = Optional.empty();
    private volatile Forwarder forwarder = new Forwarder(List.of());
    private volatile Optional<UpstreamDns> wayOut = Optional.empty();

    Answering(Executor executor, AnswerCache cache) {
        this.executor = executor;
        this.cache = cache;
    }

    void zone(Optional<MagicZone> now) {
        zone = now;
    }

    void forwarder(Forwarder now) {
        forwarder = now;
        cache.clear();
    }

    void wayOut(Optional<UpstreamDns> now) {
        wayOut = now;
    }

    /** What became of all questions so far. */
    Tally<Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public CompletableFuture<byte[]> answer(byte[] query) {
        return message(query).thenApply(reply -> reply.map(Message::toWire).orElse(new byte[0]));
    }

    /** The answer, not cut to any length; empty where the query deserves none. */
    CompletableFuture<Optional<Message>> message(byte[] bytes) {
        if (!Refusals.isQuestion(bytes)) {
            outcomes.count(Outcome.NO_QUESTION);
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<Message> refusal = Refusals.byHeader(bytes);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Message query;
        try {
            query = new Message(bytes);
        } catch (IOException | RuntimeException unreadable) {
            return refused(Refusals.bare(bytes, Rcode.FORMERR));
        }
        int code = Refusals.code(query);
        if (code != Rcode.NOERROR) {
            return refused(Replies.to(query, code));
        }
        Optional<Message> own = zone.flatMap(names -> names.answer(query));
        return own.isPresent() ? done(own.get(), Outcome.NETMAP) : ask(query);
    }

    private CompletableFuture<Optional<Message>> refused(Message reply) {
        return done(reply, reply.getRcode() == Rcode.FORMERR ? Outcome.MALFORMED : Outcome.REFUSED);
    }

    private CompletableFuture<Optional<Message>> ask(Message query) {
        Optional<Message> kept = cache.find(query, System.nanoTime());
        if (kept.isPresent()) {
            return done(kept.get(), Outcome.CACHE);
        }
        Optional<UpstreamDns> out = wayOut.filter(UpstreamDns::isInUse);
        if (out.isPresent() ? !out.get().canAsk() : forwarder.servers().isEmpty()) {
            return done(failure(query), Outcome.NOBODY_TO_ASK);
        }
        if (!room.tryAcquire()) {
            return done(Replies.to(query, Rcode.SERVFAIL), Outcome.TOO_MANY);
        }
        return send(query, out)
                .thenApply(answer -> {
                    cache.put(query, answer, System.nanoTime());
                    Message reply = forwarded(query, answer);
                    outcomes.count(Outcome.FORWARDED);
                    return reply;
                })
                .exceptionally(none -> {
                    outcomes.count(Outcome.UNANSWERED);
                    return Replies.to(query, Rcode.SERVFAIL);
                })
                .thenApply(Optional::of)
                .toCompletableFuture()
                .whenComplete((reply, none) -> room.release());
    }

    private CompletionStage<Message> send(Message query, Optional<UpstreamDns> out) {
        Message question = Message.newQuery(query.getQuestion());
        if (query.getHeader().getFlag(Flags.CD)) {
            question.getHeader().setFlag(Flags.CD);
        }
        try {
            return out.isEmpty()
                    ? forwarder.ask(question, executor)
                    : out.get().ask(question.toWire()).thenApplyAsync(bytes -> read(question, bytes), executor);
        } catch (RuntimeException notTaken) {
            // As when too much waits for a thread: the place is given back like that of any other failure.
            return CompletableFuture.failedFuture(notTaken);
        }
    }

    private static Message read(Message question, byte[] bytes) {
        try {
            Message answer = new Message(bytes);
            if (!question.getQuestion().equals(answer.getQuestion())) {
                throw new IllegalStateException("an answer to another question");
            }
            return answer;
        } catch (IOException unreadable) {
            throw new IllegalStateException("an answer that cannot be read", unreadable);
        }
    }

    private static Message forwarded(Message query, Message answer) {
        Message reply = Replies.to(query, answer.getRcode());
        if (answer.getHeader().getFlag(Flags.AD)) {
            reply.getHeader().setFlag(Flags.AD);
        }
        for (int section : new int[] {Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL}) {
            answer.getSection(section).stream()
                    .filter(record -> record.getType() != Type.OPT)
                    .forEach(record -> reply.addRecord(record, section));
        }
        return reply;
    }

    /** There is nobody to ask: said with authority, since nobody else can know better, and without the promise to ask. */
    private static Message failure(Message query) {
        Message reply = Replies.to(query, Rcode.SERVFAIL);
        reply.getHeader().unsetFlag(Flags.RA);
        reply.getHeader().setFlag(Flags.AA);
        return reply;
    }

    private CompletableFuture<Optional<Message>> done(Message reply, Outcome outcome) {
        outcomes.count(outcome);
        return CompletableFuture.completedFuture(Optional.of(reply));
    }
}
