package outpost.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Messages to be sent, made of what was captured: the same again, cut at each length, with bytes changed, and noise. */
final class Messages {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final List<byte[]> all = new ArrayList<>();
    private final Random random;

    /** @param seed the same seed makes the same messages of the same ones */
    Messages(long seed) {
        random = new Random(seed);
    }

    /** The packets of a capture, without what stands before each of them. */
    static List<byte[]> captured(Path pcap, int before) {
        try {
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(pcap)).order(ByteOrder.LITTLE_ENDIAN);
            List<byte[]> packets = new ArrayList<>();
            file.position(FILE_HEADER);
            while (file.remaining() > RECORD_HEADER) {
                int length = file.getInt(file.position() + 8);
                file.position(file.position() + RECORD_HEADER);
                byte[] packet = new byte[length];
                file.get(packet);
                if (length > before) {
                    packets.add(Arrays.copyOfRange(packet, before, length));
                }
            }
            return packets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Messages add(byte[] message) {
        all.add(message);
        return this;
    }

    /** Each again, so many times. */
    Messages replayed(List<byte[]> messages, int times) {
        for (int i = 0; i < times; i++) {
            all.addAll(messages);
        }
        return this;
    }

    Messages cut(List<byte[]> messages) {
        for (byte[] message : messages) {
            for (int length = 1; length < message.length; length++) {
                all.add(Arrays.copyOf(message, length));
            }
        }
        return this;
    }

    Messages changed(List<byte[]> messages, int count) {
        for (int i = 0; i < count; i++) {
            byte[] message = messages.get(random.nextInt(messages.size())).clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt();
            }
            all.add(message);
        }
        return this;
    }

    Messages noise(int count, int longest) {
        for (int i = 0; i < count; i++) {
            byte[] message = new byte[1 + random.nextInt(longest)];
            random.nextBytes(message);
            all.add(message);
        }
        return this;
    }

    int size() {
        return all.size();
    }

    /** As {@code attack.py} reads them. */
    Path write(Path file) {
        int bytes = all.stream().mapToInt(message -> 4 + message.length).sum();
        ByteBuffer content = ByteBuffer.allocate(bytes);
        for (byte[] message : all) {
            content.putInt(message.length).put(message);
        }
        try {
            return Files.write(file, content.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
