package outpost.netstack;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** First sequence numbers that nobody else can foretell (RFC 6528): a clock of 4 µs and a keyed hash of both ends. */
final class SequenceNumbers {
    private final byte[] secret = new byte[32];

    SequenceNumbers() {
        new SecureRandom().nextBytes(secret);
    }

    int first(InetSocketAddress from, InetSocketAddress to, long nanos) {
        MessageDigest hash;
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException none) {
            throw new AssertionError("every JDK has SHA-256", none);
        }
        hash.update(secret);
        for (InetSocketAddress end : new InetSocketAddress[] {from, to}) {
            hash.update(end.getAddress().getAddress());
            hash.update((byte) (end.getPort() >> 8));
            hash.update((byte) end.getPort());
        }
        return ByteBuffer.wrap(hash.digest()).getInt() + (int) (nanos / 4_000);
    }
}
