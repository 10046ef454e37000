package outpost.netstack;

import org.junit.jupiter.api.Test;
import outpost.core.service.ServiceAddressTransport.Conversation;
import outpost.core.service.ServiceAddressTransport.StreamListener;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** A million packets that mean nothing well. */
class FuzzTest {
    private static final int PACKETS = 1_000_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final HostilePackets packets = new HostilePackets(random);
    private final AtomicLong now = new AtomicLong();
    private final Stack stack = new Stack(Packets.OWN, 1280, this::sent, now::get);
    private int longest;
    private int connected;
    private int ended;
    private long heard;

    private boolean sent(ByteBuffer packet) {
        longest = Math.max(longest, packet.remaining());
        packets.sent(packet);
        return random.nextInt(10_000) != 0;
    }

    @Test
    void nothingIsThrownAndNothingGrows() {
        System.out.println("FuzzTest seed " + seed);
        stack.onDatagram(53, (payload, reply) -> reply.send(payload));
        stack.onConnection(53, Echo::new);
        for (int i = 0; i < PACKETS; i++) {
            stack.receive(packets.next());
            if (i % 64 == 0) {
                now.addAndGet(20_000_000);
                stack.tick();
            }
        }
        assertThat(stack.received()).isEqualTo(PACKETS);
        assertThat(stack.connections()).isLessThanOrEqualTo(TcpPorts.MOST);
        assertThat(longest).isLessThanOrEqualTo(1280);
        assertThat(stack.drops()).as("every reason").containsOnlyKeys(Drop.values());
        assertThat(connected).as("connections that were made").isGreaterThan(1_000);
        assertThat(heard).as("bytes that came over them").isGreaterThan(100_000);
        for (int i = 0; i < 3_000; i++) {
            now.addAndGet(100_000_000);
            stack.tick();
        }
        assertThat(stack.connections()).as("five minutes later").isZero();
        assertThat(ended).as("each is told of its end").isEqualTo(connected);
    }

    private final class Echo implements StreamListener {
        private final Conversation conversation;

        private Echo(Conversation conversation) {
            this.conversation = conversation;
            connected++;
        }

        @Override
        public void received(ByteBuffer bytes) {
            heard += bytes.remaining();
            conversation.send(bytes);
        }

        @Override
        public void finished() {
            conversation.finish();
        }

        @Override
        public void ended() {
            ended++;
        }
    }
}
