package outpost.netstack;

import outpost.core.service.PacketDevice;
import outpost.core.service.ReceiveOffload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes from the device: a packet at a time or, where somebody makes fewer of many, all that is ready, up to a bound. Runs on the
 * thread that reads.
 */
final class Intake {
    private static final int LONGEST_PACKET = 65_535;

    /** More at once would keep those waiting who are answered. */
    static final int MOST_PACKETS = 64;

    /** Room for the packets of a batch, and for one that is as long as a packet can be. */
    private static final int BATCH_BYTES = 2 * LONGEST_PACKET;

    private final PacketDevice device;
    private final Optional<ReceiveOffload> offload;
    private final ByteBuffer room;

    Intake(PacketDevice device, Optional<ReceiveOffload> offload) {
        this.device = device;
        this.offload = offload;
        this.room = ByteBuffer.allocateDirect(offload.isPresent() ? BATCH_BYTES : LONGEST_PACKET);
    }

    /** Waits for packets. They are good until the next call; none once the device is closed. */
    List<ByteBuffer> next() throws IOException {
        int length = device.read(room.slice(0, LONGEST_PACKET));
        if (length < 0) {
            return List.of();
        }
        ByteBuffer first = room.slice(0, length);
        return offload.isEmpty() ? List.of(first) : offload.get().coalesce(ready(first));
    }

    private List<ByteBuffer> ready(ByteBuffer first) {
        List<ByteBuffer> batch = new ArrayList<>();
        batch.add(first);
        int at = first.remaining();
        while (batch.size() < MOST_PACKETS && room.capacity() - at >= LONGEST_PACKET) {
            int length = device.readReady(room.slice(at, LONGEST_PACKET));
            if (length <= 0) {
                break;
            }
            batch.add(room.slice(at, length));
            at += length;
        }
        return batch;
    }
}
