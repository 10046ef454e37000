package outpost.gro;

import outpost.core.service.ReceiveOffload;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Puts segments of one connection together that come one behind the other. They take the place of the first; whatever of the same
 * connection comes between ends that, so that the order within a connection stays. Holds nothing between calls.
 */
final class Coalescer implements ReceiveOffload {
    private final AtomicLong merged = new AtomicLong();

    Coalescer() {}

    @Override
    public List<ByteBuffer> coalesce(List<ByteBuffer> batch) {
        if (batch.size() == 1) {
            return batch;
        }
        Batch seen = new Batch();
        batch.forEach(seen::add);
        List<ByteBuffer> packets = seen.packets();
        merged.addAndGet(batch.size() - packets.size());
        return packets;
    }

    @Override
    public long merged() {
        return merged.get();
    }

    private static final class Batch {
        private final List<Supplier<ByteBuffer>> places = new ArrayList<>();
        private final Map<ByteBuffer, Run> open = new HashMap<>();

        void add(ByteBuffer packet) {
            Seen seen = Sight.of(packet);
            if (seen instanceof Seen.Joinable joinable) {
                join(joinable.segment());
                return;
            }
            if (seen instanceof Seen.Apart apart) {
                open.remove(apart.flow());
            } else if (seen instanceof Seen.Unclear) {
                open.clear();
            }
            places.add(() -> packet);
        }

        private void join(Segment segment) {
            Run run = open.get(segment.flow());
            if (run == null || !run.takes(segment)) {
                Run begun = new Run(segment);
                open.put(segment.flow(), begun);
                places.add(begun::packet);
            }
        }

        List<ByteBuffer> packets() {
            return places.stream().map(Supplier::get).toList();
        }
    }
}
