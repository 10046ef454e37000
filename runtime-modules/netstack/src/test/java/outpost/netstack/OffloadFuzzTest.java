package outpost.netstack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.service.ReceiveOffload;
import outpost.core.service.ServiceAddressTransport.Conversation;
import outpost.core.service.ServiceAddressTransport.StreamListener;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two stacks hear the same packets, one of them by way of gro: segments of random lengths that overlap, come twice, out of order,
 * broken or not at all, of several connections at once. Each connection hears the same bytes from both.
 */
class OffloadFuzzTest {
    private static final int CASES = 3_000;
    private static final int FLOWS = 3;

    /** A packet to be sent; what it acknowledges is what the stack that gets it has said. */
    private record Sending(int flow, int sequence, int flags, int window, byte[] data, int broken) {}

    @Test
    void eachConnectionHearsTheSameBytes(@TempDir Path folder) throws Exception {
        ReceiveOffload offload = Offload.in(folder);
        long seed = new Random().nextLong();
        System.out.println("OffloadFuzzTest seed " + seed);
        Random random = new Random(seed);
        long heard = 0;
        for (int i = 0; i < CASES; i++) {
            Host plain = new Host();
            Host offloaded = new Host();
            List<Sending> sendings = sendings(random);
            sendings.forEach(sending -> plain.stack.receive(plain.packet(sending)));
            for (int at = 0; at < sendings.size(); ) {
                int end = Math.min(sendings.size(), at + 1 + random.nextInt(Intake.MOST_PACKETS));
                List<ByteBuffer> batch = sendings.subList(at, end).stream()
                        .map(offloaded::packet)
                        .toList();
                offload.coalesce(batch).forEach(offloaded.stack::receive);
                at = end;
            }
            assertThat(offloaded.told()).as("case " + i + " of seed " + seed).isEqualTo(plain.told());
            heard += plain.bytes();
        }
        assertThat(heard).as("bytes, or nothing was tried").isGreaterThan(CASES * 1000L);
        assertThat(offload.merged()).isGreaterThan(CASES * 5L);
    }

    private static List<Sending> sendings(Random random) {
        List<List<Sending>> flows = new ArrayList<>();
        for (int flow = 0; flow < FLOWS; flow++) {
            flows.add(ofOne(flow, random));
        }
        List<Sending> all = new ArrayList<>();
        while (!flows.isEmpty()) {
            List<Sending> flow = flows.get(random.nextInt(flows.size()));
            int count = Math.min(flow.size(), 1 + random.nextInt(6));
            all.addAll(flow.subList(0, count));
            flow.subList(0, count).clear();
            flows.removeIf(List::isEmpty);
        }
        return all;
    }

    /** Nought is the first byte behind SYN. A few runs over the same bytes, since what is lost is sent again. */
    private static List<Sending> ofOne(int flow, Random random) {
        byte[] stream = new byte[random.nextInt(random.nextBoolean() ? 2_000 : 40_000)];
        random.nextBytes(stream);
        List<Sending> sendings = new ArrayList<>();
        int longest = 1 + random.nextInt(1_240);
        boolean ends = random.nextInt(3) == 0;
        for (int run = 0; run < 3; run++) {
            int at = run == 0 ? 0 : random.nextInt(stream.length + 1);
            while (at < stream.length && sendings.size() < 200) {
                int count = Math.min(stream.length - at, 1 + random.nextInt(longest));
                byte[] data = new byte[count];
                System.arraycopy(stream, at, data, 0, count);
                boolean last = at + count == stream.length;
                int flags = TcpSegment.ACK
                        | (random.nextInt(12) == 0 ? TcpSegment.PSH : 0)
                        | (last && ends ? TcpSegment.FIN : 0)
                        | (random.nextInt(400) == 0 ? TcpSegment.RST : 0);
                int window = random.nextInt(30) == 0 ? 1_000 : 8_000;
                int broken = random.nextInt(40) == 0 ? 1 + random.nextInt(39 + count) : 0;
                sendings.add(new Sending(flow, at, flags, window, data, broken));
                at += random.nextInt(30) == 0 ? random.nextInt(2 * count + 1) : count;
            }
        }
        for (int swap = random.nextInt(4); swap > 0 && sendings.size() > 8; swap--) {
            int near = random.nextInt(sendings.size() - 4);
            Collections.swap(sendings, near, near + random.nextInt(4));
        }
        return sendings;
    }

    /** A stack and what its connections have heard. */
    private static final class Host {
        private final Map<Integer, ByteArrayOutputStream> bytes = new TreeMap<>();
        private final Map<Integer, String> ends = new TreeMap<>();
        private final int[] theirs = new int[FLOWS];
        private final Stack stack = new Stack(Packets.OWN, 1280, this::sent, () -> 0);

        Host() {
            stack.onConnection(53, conversation -> new Listener(conversation));
            for (int flow = 0; flow < FLOWS; flow++) {
                stack.receive(segment(flow, first(flow), 0, TcpSegment.SYN, 8_000, new byte[0]));
                stack.receive(segment(flow, first(flow) + 1, theirs[flow] + 1, TcpSegment.ACK, 8_000, new byte[0]));
            }
            assertThat(bytes).hasSize(FLOWS);
        }

        /** One of them passes the largest number there is. */
        private static int first(int flow) {
            return flow == 0 ? -5_000 : flow * 1_000_000;
        }

        private boolean sent(ByteBuffer packet) {
            try {
                TcpSegment segment = TcpSegment.parse(Packets.read(packet));
                if (segment.has(TcpSegment.SYN)) {
                    theirs[segment.to().getPort() - 1] = segment.sequence();
                }
            } catch (DropException e) {
                throw new AssertionError(e);
            }
            return true;
        }

        private static ByteBuffer segment(
                int flow, int sequence, int acknowledged, int flags, int window, byte[] data) {
            return Packets.segment(Packets.HOST, flow + 1, 53, sequence, acknowledged, flags, window, data);
        }

        ByteBuffer packet(Sending sending) {
            int flow = sending.flow();
            ByteBuffer packet = segment(
                    flow,
                    first(flow) + 1 + sending.sequence(),
                    theirs[flow] + 1,
                    sending.flags(),
                    sending.window(),
                    sending.data());
            if (sending.broken() > 0) {
                packet.put(sending.broken(), (byte) (packet.get(sending.broken()) ^ 0x10));
            }
            return packet;
        }

        long bytes() {
            return bytes.values().stream()
                    .mapToLong(ByteArrayOutputStream::size)
                    .sum();
        }

        Map<Integer, String> told() {
            Map<Integer, String> told = new TreeMap<>(ends);
            bytes.forEach((flow, heard) -> told.merge(
                    flow, heard.size() + " bytes, hash " + Arrays.hashCode(heard.toByteArray()), (a, b) -> b + a));
            return told;
        }

        private final class Listener implements StreamListener {
            private final int flow;

            private Listener(Conversation conversation) {
                flow = conversation.from().getPort() - 1;
                bytes.put(flow, new ByteArrayOutputStream());
            }

            @Override
            public void received(ByteBuffer more) {
                bytes.get(flow).writeBytes(Packets.bytes(more));
            }

            @Override
            public void finished() {
                ends.merge(flow, ", finished", String::concat);
            }

            @Override
            public void ended() {
                ends.merge(flow, ", ended", String::concat);
            }
        }
    }
}
