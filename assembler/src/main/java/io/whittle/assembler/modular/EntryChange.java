package io.whittle.assembler.modular;

import java.util.Optional;

/** What is done to the entries of a jar while it is copied. */
public interface EntryChange {
    /** Tells it from every other change: equal ones make equal bytes of equal entries. */
    String key();

    /** Whether a file may be other afterwards. One that no change concerns is copied as it is packed, which costs far less. */
    default boolean concerns(String path) {
        return true;
    }

    /**
     * What becomes of a file that this concerns; asked in the order of their paths.
     *
     * @param path in the jar
     * @param content all of it
     * @return what the copy has there; empty where it has no such file
     */
    Optional<byte[]> apply(String path, byte[] content);
}
