package outpost.core.service;

import java.io.IOException;

/** Answers DNS questions as the node's own resolver does. */
public interface Resolver {
    /**
     * Asks one question.
     *
     * @param name a domain name, with or without a dot at its end
     * @param type a record type such as {@code A} or {@code AAAA}
     * @throws IOException if there is no answer at all; an answer with an error code is an answer
     */
    DnsAnswer resolve(String name, String type) throws IOException;
}
