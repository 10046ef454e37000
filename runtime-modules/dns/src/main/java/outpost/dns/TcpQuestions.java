package outpost.dns;

import outpost.core.service.ServiceAddressTransport.Conversation;
import outpost.core.service.ServiceAddressTransport.StreamListener;

import java.nio.ByteBuffer;

/**
 * Messages on one connection, each behind its length in two bytes (RFC 1035 4.2.2, RFC 7766). Several may be answered at once, in
 * whatever order; whoever asks too many at once is not read on.
 */
final class TcpQuestions implements StreamListener {
    /** More than a resolver has on one connection; each may be 64 KiB. */
    static final int MOST_AT_ONCE = 16;

    /** No question is longer, so nothing is kept for one that says it were. */
    static final int LONGEST = 4096;

    private final Conversation conversation;
    private final Answering answering;
    private final byte[] length = new byte[2];
    private int lengthBytes;
    private byte[] message = new byte[0];
    private int messageBytes;
    private int waiting;
    private boolean finished;
    private boolean over;

    TcpQuestions(Conversation conversation, Answering answering) {
        this.conversation = conversation;
        this.answering = answering;
    }

    @Override
    public synchronized void received(ByteBuffer bytes) {
        while (bytes.hasRemaining() && !over) {
            if (lengthBytes < length.length) {
                length[lengthBytes++] = bytes.get();
                if (lengthBytes == length.length) {
                    begin((length[0] & 0xff) << 8 | length[1] & 0xff);
                }
            } else {
                int count = Math.min(bytes.remaining(), message.length - messageBytes);
                bytes.get(message, messageBytes, count);
                messageBytes += count;
            }
            if (!over && lengthBytes == length.length && messageBytes == message.length) {
                lengthBytes = 0;
                ask(message);
                message = new byte[0];
            }
        }
    }

    private void begin(int bytes) {
        if (bytes > LONGEST) {
            answering.outcomes().count(Outcome.MALFORMED);
            cutOff();
        } else {
            message = new byte[bytes];
            messageBytes = 0;
        }
    }

    private void cutOff() {
        over = true;
        conversation.abort();
    }

    private void ask(byte[] query) {
        if (waiting == MOST_AT_ONCE) {
            cutOff();
            return;
        }
        waiting++;
        answering.answer(query).whenComplete((reply, failure) -> answered(failure == null ? reply : new byte[0]));
    }

    // The conversation has the stack's lock, under which this object is called: it is never called from here under this
    // one's.
    private void answered(byte[] reply) {
        boolean sent = reply.length > 0 && conversation.send(framed(reply));
        boolean last;
        synchronized (this) {
            waiting--;
            last = finished && waiting == 0;
            over |= !sent;
        }
        if (!sent) {
            conversation.abort();
        } else if (last) {
            conversation.finish();
        }
    }

    private static ByteBuffer framed(byte[] reply) {
        ByteBuffer framed = ByteBuffer.allocate(2 + reply.length);
        return framed.putShort((short) reply.length).put(reply).flip();
    }

    @Override
    public synchronized void finished() {
        finished = true;
        if (waiting == 0) {
            conversation.finish();
        }
    }

    @Override
    public synchronized void ended() {
        over = true;
    }
}
