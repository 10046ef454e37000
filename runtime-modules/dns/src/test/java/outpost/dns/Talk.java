package outpost.dns;

import outpost.core.service.ServiceAddressTransport.Conversation;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A connection of which everything that is sent is kept. */
final class Talk implements Conversation {
    final List<ByteBuffer> sent = new ArrayList<>();
    boolean finished;
    boolean aborted;

    boolean isOver() {
        return finished || aborted;
    }

    @Override
    public InetSocketAddress from() {
        return new InetSocketAddress("100.64.0.1", 4000);
    }

    @Override
    public boolean send(ByteBuffer bytes) {
        sent.add(bytes);
        return !isOver();
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void abort() {
        aborted = true;
    }
}
