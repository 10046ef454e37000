package outpost.core.service;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Answers at the addresses of the node's own services, which every node has and no network carries, so that no socket of the
 * operating system is needed there. Handlers are called on the stack's thread, one at a time, and must not wait. Safe for use by
 * several threads.
 */
public interface ServiceAddressTransport {
    /** Where a datagram's answer goes. */
    interface DatagramReply {
        /** Who sent the datagram. */
        InetSocketAddress from();

        /** The most bytes that fit into one packet to there. */
        int room();

        /** Sends an answer, at any later time and from any thread; one that does not fit is dropped and counted. */
        void send(ByteBuffer payload);
    }

    /** Gets datagrams. */
    @FunctionalInterface
    interface DatagramHandler {
        /** One datagram; the buffer is the handler's only during the call. */
        void received(ByteBuffer payload, DatagramReply reply);
    }

    /** One end of a connection. All methods may be called by any thread. */
    interface Conversation {
        /** Who has connected. */
        InetSocketAddress from();

        /**
         * Sends these bytes after those sent before.
         *
         * @return false if they do not fit beside what has not been acknowledged, or the connection is over: nothing is sent then
         */
        boolean send(ByteBuffer bytes);

        /** Sends what is left and says that no more comes. */
        void finish();

        /** Ends the connection at once. */
        void abort();
    }

    /** Hears what comes over one connection. */
    interface StreamListener {
        /** The next bytes, in order; the buffer is the listener's only during the call. */
        void received(ByteBuffer bytes);

        /** The other side sends no more. */
        void finished();

        /** The connection is over, in whatever way; nothing is heard after this. */
        void ended();
    }

    /** Gets connections. */
    @FunctionalInterface
    interface StreamHandler {
        /** A connection that the other side has confirmed. */
        StreamListener connected(Conversation conversation);
    }

    /**
     * Hands over datagrams to this port of the service addresses.
     *
     * @throws IllegalStateException if the port is taken
     */
    void onDatagram(int port, DatagramHandler handler);

    /**
     * Takes connections to this port of the service addresses.
     *
     * @throws IllegalStateException if the port is taken
     */
    void onConnection(int port, StreamHandler handler);
}
