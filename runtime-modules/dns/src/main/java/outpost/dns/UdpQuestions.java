package outpost.dns;

import org.xbill.DNS.Message;
import outpost.core.service.ServiceAddressTransport.DatagramHandler;
import outpost.core.service.ServiceAddressTransport.DatagramReply;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A message a datagram; an answer that is longer than whoever asks takes is cut off, and says so. */
final class UdpQuestions implements DatagramHandler {
    /** Without extensions (RFC 1035 4.2.1). */
    private static final int SMALLEST_ROOM = 512;

    private final Answering answering;

    UdpQuestions(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void received(ByteBuffer payload, DatagramReply reply) {
        byte[] query = new byte[payload.remaining()];
        payload.get(query);
        answering
                .message(query)
                .thenAccept(answer -> answer.ifPresent(
                        message -> reply.send(ByteBuffer.wrap(fitting(message, query, reply.room())))));
    }

    private static byte[] fitting(Message answer, byte[] query, int packet) {
        byte[] whole = answer.toWire();
        return whole.length <= SMALLEST_ROOM ? whole : answer.toWire(room(query, packet));
    }

    /** As much as whoever asks takes and one packet carries. */
    private static int room(byte[] query, int packet) {
        try {
            var extended = new Message(query).getOPT();
            int asked = extended == null ? SMALLEST_ROOM : Math.max(SMALLEST_ROOM, extended.getPayloadSize());
            return Math.min(asked, packet);
        } catch (IOException | RuntimeException unreadable) {
            return SMALLEST_ROOM;
        }
    }
}
