package outpost.dns;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Messages of DNS that mean nothing well: real ones with some bytes changed, cut or followed by others; names that loop, point past the
 * end, or are longer than any; counts and lengths that lie; noise. The same seed gives the same messages.
 */
final class HostileMessages {
    private static final int LONGEST = 4096;
    private static final int IN = 1;
    private static final int OPT = 41;
    private static final int[] TYPES = {
        1, 2, 5, 6, 12, 15, 16, 28, 33, 35, 39, 46, 47, 50, 64, 65, 250, 251, 252, 255, 257
    };
    private static final List<String> NAMES = List.of(
            "printer.tail.example",
            "gateway.tail.example",
            "tail.example",
            "nobody.tail.example",
            "public.example",
            "7.0.64.100.in-addr.arpa",
            "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.e.1.a.c.5.1.1.a.7.d.f.ip6.arpa",
            "x.in-addr.arpa",
            "");

    private final Random random;

    HostileMessages(Random random) {
        this.random = random;
    }

    /** The next one. */
    byte[] next() {
        if (random.nextInt(16) == 0) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            return noise;
        }
        return changed(message(new byte[0]));
    }

    /** An answer to a question, most of the time, with as little sense in what follows. */
    byte[] answerTo(byte[] query) {
        return random.nextInt(8) == 0 ? next() : changed(message(query));
    }

    private byte[] message(byte[] query) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        boolean answer = query.length > 0;
        int[] counts = {random.nextInt(8) == 0 ? random.nextInt(4) : 1, 0, 0, random.nextInt(3)};
        if (answer || random.nextInt(8) == 0) {
            counts[1] = random.nextInt(4);
            counts[2] = random.nextInt(3);
        }
        try {
            header(bytes, answer, counts);
            if (answer) {
                // A question without a name that points elsewhere ends where the extension begins.
                bytes.put(query, 12, query.length - 12);
                counts[0] = 0;
            }
            for (int i = 0; i < counts[0]; i++) {
                name(bytes);
                bytes.putShort((short) type()).putShort((short) (random.nextInt(16) == 0 ? random.nextInt() : IN));
            }
            for (int i = 0; i < counts[1] + counts[2] + counts[3]; i++) {
                record(bytes, i >= counts[1] + counts[2]);
            }
        } catch (BufferOverflowException full) {
            // Cut off there, as by a network.
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void header(ByteBuffer bytes, boolean answer, int[] counts) {
        bytes.putShort((short) random.nextInt());
        int flags = random.nextInt(4) == 0 ? random.nextInt() : 0x0100;
        bytes.putShort((short) (answer ? flags & 0x87ff | 0x8000 : random.nextInt(16) == 0 ? flags : flags & 0x07ff));
        for (int i = 0; i < counts.length; i++) {
            int told = answer && i == 0 ? 1 : counts[i];
            bytes.putShort((short) (random.nextInt(24) == 0 ? random.nextInt() : told));
        }
    }

    private void record(ByteBuffer bytes, boolean mayExtend) {
        if (mayExtend && random.nextBoolean()) {
            bytes.put((byte) 0).putShort((short) OPT).putShort((short) random.nextInt());
            bytes.put((byte) random.nextInt()).put((byte) (random.nextInt(4) == 0 ? random.nextInt() : 0));
            bytes.putShort((short) random.nextInt());
        } else {
            name(bytes);
            bytes.putShort((short) type()).putShort((short) IN).putInt(random.nextInt(8) == 0 ? random.nextInt() : 60);
        }
        int lengthAt = bytes.position();
        bytes.putShort((short) 0);
        switch (random.nextInt(4)) {
            case 0 -> name(bytes);
            case 1 -> {
                name(bytes);
                name(bytes);
                noise(bytes, 20);
            }
            default -> noise(bytes, random.nextInt(40));
        }
        int length = bytes.position() - lengthAt - 2;
        bytes.putShort(lengthAt, (short) (random.nextInt(12) == 0 ? random.nextInt() : length));
    }

    private void name(ByteBuffer bytes) {
        switch (random.nextInt(24)) {
            case 0 -> bytes.putShort((short) (0xc000 | bytes.position()));
            case 1 -> bytes.putShort((short) (0xc000 | random.nextInt(0x4000)));
            case 2 -> {
                // Two that point at each other.
                int at = bytes.position();
                bytes.putShort((short) (0xc000 | at + 2)).putShort((short) (0xc000 | at));
            }
            case 3 -> {
                // Each points at the one before, with a label in between.
                for (int i = random.nextInt(200); i > 0; i--) {
                    int at = bytes.position();
                    bytes.put((byte) 1).put((byte) 'a').putShort((short) (0xc000 | Math.max(12, at - 4)));
                }
            }
            case 4 -> bytes.put((byte) (64 + random.nextInt(128)));
            case 5 -> {
                labels(bytes, 130, 1);
                bytes.put((byte) 0);
            }
            case 6 -> {
                labels(bytes, 5, 63);
                bytes.put((byte) 0);
            }
            case 7 -> labels(bytes, 2, 10);
            case 8 -> bytes.putShort((short) 0xc00c);
            default -> {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                for (String label : name.isEmpty() ? new String[0] : name.split("\\.")) {
                    byte[] text = label.getBytes(StandardCharsets.US_ASCII);
                    bytes.put((byte) text.length).put(text);
                }
                bytes.put((byte) 0);
            }
        }
    }

    private void labels(ByteBuffer bytes, int most, int length) {
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            bytes.put((byte) length);
            noise(bytes, length);
        }
    }

    private void noise(ByteBuffer bytes, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        bytes.put(noise);
    }

    private int type() {
        return random.nextInt(8) == 0 ? random.nextInt() : TYPES[random.nextInt(TYPES.length)];
    }

    private byte[] changed(byte[] message) {
        byte[] bytes = message;
        for (int i = random.nextInt(8) - 4; i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
            default -> bytes;
        };
    }
}
