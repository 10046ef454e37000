package outpost.core.service;

import java.util.concurrent.CompletableFuture;

/** Where questions go while all traffic takes another node as its way out. Safe for use by several threads. */
public interface UpstreamDns {
    /** Whether questions go there now, and to no nameserver of this machine: those need not be in reach of the way out. */
    boolean isInUse();

    /** Whether there is anybody there to ask. */
    boolean canAsk();

    /**
     * Asks one question, and fails where no answer comes in time.
     *
     * @param query a whole message of DNS
     * @return the whole message that answers it
     */
    CompletableFuture<byte[]> ask(byte[] query);
}
