package outpost.wireguard;

import outpost.core.state.StateStore;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/** This node's key: made once, kept where only the node's user may read, and never told to a log. */
final class KeyPairOfNode {
    private static final String KEY = "wireguard-key";
    private static final int BYTES = 32;

    private final byte[] secret;

    private KeyPairOfNode(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The one that is kept, or a new one. */
    static KeyPairOfNode of(StateStore store) throws IOException {
        Optional<byte[]> kept = store.read(KEY);
        if (kept.isPresent()) {
            if (kept.get().length != BYTES) {
                throw new IOException("the key of this node is damaged; with " + KEY
                        + " taken out of its state it makes another, which the network has to be told");
            }
            return new KeyPairOfNode(kept.get());
        }
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        // As RFC 7748 has it, so that every program shows the same number.
        made[0] &= (byte) 0xf8;
        made[BYTES - 1] = (byte) (made[BYTES - 1] & 0x7f | 0x40);
        store.write(KEY, made);
        return new KeyPairOfNode(made);
    }

    byte[] secret() {
        return secret.clone();
    }

    /**
     * The other half, which everybody may know: the secret number times the base point of Curve25519. Java makes it with a pair only,
     * so a pair is made of that number. A key agreement would bring along all that javax.crypto does at first, with a folder of policies
     * to list, which 32-bit programs under QEMU cannot do on every file system.
     */
    byte[] open() throws IOException {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("X25519");
            pairs.initialize(NamedParameterSpec.X25519, new Foretold(secret));
            BigInteger open = ((XECPublicKey) pairs.generateKeyPair().getPublic()).getU();
            byte[] bytes = new byte[BYTES];
            for (int i = 0; i < BYTES; i++) {
                bytes[i] = open.shiftRight(8 * i).byteValue();
            }
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java knows no X25519: its module jdk.crypto.ec is not in the image", e);
        }
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "the key of this node";
    }

    /** Chance that gives the number that is there already. */
    private static final class Foretold extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] number;

        private Foretold(byte[] number) {
            this.number = number.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(number, 0, bytes, 0, bytes.length);
        }
    }
}
