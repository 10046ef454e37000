package outpost.gro;

import outpost.core.packet.InternetChecksum;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Segments of one connection, each behind the one before, that can be one. */
final class Run {
    /** What the lengths in the headers of IP can tell. */
    private static final int LONGEST_PACKET = 65_535;

    private final List<Segment> segments = new ArrayList<>();
    private int length;
    private boolean whole;

    Run(Segment first) {
        segments.add(first);
        length = first.packet().limit();
    }

    /**
     * Takes the next segment, if it goes on where this one ends and nothing else sets it apart. A sum is only looked at here: of one
     * whose sum is wrong nothing holds, and the stack is to see it as it came.
     */
    boolean takes(Segment next) {
        Segment last = segments.get(segments.size() - 1);
        int count = next.data().remaining();
        if (last.pushes()
                || next.sequence() != last.end()
                || count > LONGEST_PACKET - length
                || !last.saysTheSame(next)
                || !isWhole()
                || !next.isWhole()) {
            return false;
        }
        segments.add(next);
        length += count;
        return true;
    }

    private boolean isWhole() {
        whole = whole || segments.get(0).isWhole();
        return whole;
    }

    /** The packet that carries all of it. */
    ByteBuffer packet() {
        Segment first = segments.get(0);
        if (segments.size() == 1) {
            return first.packet();
        }
        ByteBuffer packet = ByteBuffer.allocate(length);
        packet.put(first.packet().slice(0, first.dataAt()));
        segments.forEach(segment -> packet.put(segment.data()));
        packet.flip();
        if (first.isV4()) {
            packet.putShort(2, (short) length);
            packet.putShort(10, (short) 0);
            int sum = new InternetChecksum().add(packet.slice(0, first.tcpAt())).value();
            packet.putShort(10, (short) sum);
        } else {
            packet.putShort(4, (short) (length - Sight.V6_HEADER));
        }
        if (segments.get(segments.size() - 1).pushes()) {
            packet.put(first.tcpAt() + Segment.FLAGS_AT, (byte) (Segment.ACK | Segment.PSH));
        }
        packet.putShort(first.tcpAt() + Segment.CHECKSUM_AT, (short) 0);
        packet.putShort(first.tcpAt() + Segment.CHECKSUM_AT, (short) Segment.transportSum(packet, first.tcpAt()));
        return packet;
    }
}
