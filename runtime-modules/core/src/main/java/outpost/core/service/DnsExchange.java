package outpost.core.service;

import java.util.concurrent.CompletableFuture;

/** Answers whole messages of DNS for other nodes, as the resolver of this machine would answer one of its programs. */
public interface DnsExchange {
    /**
     * Answers one message; never fails for what the message says. Bounded: where too much is asked at once the answer is SERVFAIL.
     *
     * @return the answer, or an empty array where the message deserves none
     */
    CompletableFuture<byte[]> answer(byte[] query);
}
