package outpost.netstack;

import org.junit.jupiter.api.Test;
import outpost.core.service.PacketDevice;
import outpost.core.service.ReceiveOffload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeTest {
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final List<List<String>> batches = new ArrayList<>();

    @Test
    void aPacketAtATimeWhereNobodyPutsThemTogether() throws IOException {
        arrive("a", "b");
        Intake intake = new Intake(new Device(), Optional.empty());
        assertThat(texts(intake.next())).containsExactly("a");
        assertThat(texts(intake.next())).containsExactly("b");
        assertThat(intake.next()).as("closed").isEmpty();
    }

    @Test
    void allThatIsReadyWhereSomebodyDoes() throws IOException {
        arrive("a", "b", "c");
        Intake intake = new Intake(new Device(), Optional.of(new Backwards()));
        assertThat(texts(intake.next())).containsExactly("c", "b", "a");
        arrive("d");
        assertThat(texts(intake.next())).containsExactly("d");
        assertThat(batches).containsExactly(List.of("a", "b", "c"), List.of("d"));
        assertThat(intake.next()).as("closed").isEmpty();
    }

    @Test
    void aBatchIsBoundedInPacketsAndInBytes() throws IOException {
        for (int i = 0; i < 100; i++) {
            arrive("x");
        }
        Intake intake = new Intake(new Device(), Optional.of(new Backwards()));
        assertThat(intake.next()).hasSize(64);
        assertThat(intake.next()).hasSize(36);
        for (int i = 0; i < 4; i++) {
            arrive("y".repeat(40_000));
        }
        assertThat(intake.next()).hasSize(2);
        assertThat(intake.next()).hasSize(2);
    }

    private void arrive(String... packets) {
        for (String packet : packets) {
            waiting.add(packet.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static List<String> texts(List<ByteBuffer> packets) {
        return packets.stream()
                .map(packet -> new String(Packets.bytes(packet), StandardCharsets.US_ASCII))
                .toList();
    }

    private final class Device implements PacketDevice {
        @Override
        public String device() {
            return "test";
        }

        @Override
        public int mtu() {
            return 1280;
        }

        @Override
        public int read(ByteBuffer packet) {
            int length = readReady(packet);
            return length == 0 ? -1 : length;
        }

        @Override
        public int readReady(ByteBuffer packet) {
            byte[] next = waiting.poll();
            if (next == null) {
                return 0;
            }
            packet.put(next);
            return next.length;
        }

        @Override
        public void write(ByteBuffer packet) {}
    }

    private final class Backwards implements ReceiveOffload {
        @Override
        public List<ByteBuffer> coalesce(List<ByteBuffer> batch) {
            batches.add(texts(batch));
            List<ByteBuffer> backwards = new ArrayList<>(batch);
            Collections.reverse(backwards);
            return backwards;
        }

        @Override
        public long merged() {
            return 0;
        }
    }
}
