package outpost.netstack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.NodeConfig;
import outpost.core.RunningNode;
import outpost.core.Settings;
import outpost.core.netmap.Addresses;
import outpost.core.service.PacketDevice;

import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The feature in a node, beside a device that is a test's own. */
@Timeout(60)
class NetstackTest {
    @TempDir
    private Path dir;

    @Test
    void programsOfThisMachineAreAnsweredAndWhateverIsForwardedHereIsCounted() throws Exception {
        Files.writeString(dir.resolve("netmap.json"), """
                {"self": {"name": "a", "dnsSuffix": "tail.example", "addresses": ["100.64.0.1"]},
                 "peers": [{"name": "b", "addresses": ["100.64.0.2"]}]}
                """);
        Device device = new Device();
        try (RunningNode running = RunningNode.start(
                new NodeConfig(dir.resolve("state"), dir.resolve("netmap.json"), Settings.of(Map.of())),
                List.of(new Netstack(), device),
                new PrintStream(PrintStream.nullOutputStream()))) {
            while (running.node().netmap().isEmpty()) {
                Thread.sleep(10);
            }
            for (String stranger : List.of("100.64.0.2", "198.51.100.2", "203.0.113.9")) {
                device.in.add(from(stranger));
            }
            device.in.add(from("100.64.0.1"));

            ByteBuffer answer = device.out.poll(30, TimeUnit.SECONDS);
            assertThat(answer).as("an answer to the last").isNotNull();
            assertThat(Packets.read(answer).to()).isEqualTo(Packets.HOST);
            assertThat(device.out).isEmpty();
            assertThat(running.node().counters().read().get("netstack"))
                    .containsEntry("received", 4L)
                    .containsEntry("dropped-source", 3L);
        }
    }

    private static ByteBuffer from(String address) {
        InetAddress from = Addresses.parse(address).orElseThrow();
        return Packets.segment(from, 4000, 53, 1, 0, TcpSegment.SYN, 1000, new byte[0]);
    }

    private static final class Device implements Feature, PacketDevice {
        private final BlockingQueue<ByteBuffer> in = new LinkedBlockingQueue<>();
        private final BlockingQueue<ByteBuffer> out = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "tun";
        }

        @Override
        public void publish(Node node) {
            node.publish(PacketDevice.class, this);
        }

        @Override
        public void start(Node node) {}

        @Override
        public String device() {
            return "none";
        }

        @Override
        public int mtu() {
            return 1280;
        }

        @Override
        public int read(ByteBuffer packet) {
            try {
                ByteBuffer next = in.take();
                int length = next.remaining();
                packet.put(next);
                return length;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }

        @Override
        public void write(ByteBuffer packet) {
            ByteBuffer copy = ByteBuffer.allocate(packet.remaining());
            out.add(copy.put(packet).flip());
        }
    }
}
