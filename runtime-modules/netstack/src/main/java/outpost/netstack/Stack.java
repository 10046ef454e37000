package outpost.netstack;

import outpost.core.service.ServiceAddressTransport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The stack: one packet in, the packets that answer it out. Holds nothing of a packet but what connections have to send, and of
 * those there is a bound. Safe for use by several threads; time passes only through {@link #tick}.
 */
final class Stack implements ServiceAddressTransport {
    /** Errors a second that anybody is told of, so that nobody can have others flooded with them. */
    private static final int ERRORS_PER_SECOND = 50;

    private final IpParser parser;
    private final Predicate<InetAddress> mayAsk;
    private final int mtu;
    private final Predicate<ByteBuffer> device;
    private final LongSupplier clock;
    private final Map<Integer, DatagramHandler> datagrams = new HashMap<>();
    private final Map<Drop, Long> drops = new EnumMap<>(Drop.class);
    private final RateLimit errors;
    private final TcpPorts tcp;
    private final Wire wire = new OwnWire();
    private long received;
    private long sent;

    /** One that answers whoever asks. */
    Stack(Set<InetAddress> own, int mtu, Predicate<ByteBuffer> device, LongSupplier clock) {
        this(own, from -> true, mtu, device, clock);
    }

    /**
     * @param own the addresses at which it answers
     * @param mayAsk whether somebody at this address is answered
     * @param mtu the longest packet that is sent, in bytes
     * @param device takes packets, and says whether it has
     * @param clock nanoseconds that only go on
     */
    Stack(
            Set<InetAddress> own,
            Predicate<InetAddress> mayAsk,
            int mtu,
            Predicate<ByteBuffer> device,
            LongSupplier clock) {
        this.parser = new IpParser(own);
        this.mayAsk = mayAsk;
        this.mtu = mtu;
        this.device = device;
        this.clock = clock;
        this.errors = new RateLimit(ERRORS_PER_SECOND, clock.getAsLong());
        this.tcp = new TcpPorts(this, wire, mtu, errors);
    }

    @Override
    public synchronized void onDatagram(int port, DatagramHandler handler) {
        if (datagrams.putIfAbsent(port, handler) != null) {
            throw new IllegalStateException("UDP port " + port + " of the service address is taken");
        }
    }

    @Override
    public synchronized void onConnection(int port, StreamHandler handler) {
        tcp.listen(port, handler);
    }

    /** Answers the packet between position and limit, which is nobody else's during the call. */
    synchronized void receive(ByteBuffer packet) {
        received++;
        try {
            IpPacket parsed = parser.parse(packet);
            if (!mayAsk.test(parsed.from())) {
                throw new DropException(Drop.SOURCE);
            }
            switch (parsed.protocol()) {
                case IpPacket.UDP -> datagram(parsed, packet);
                case IpPacket.TCP -> tcp.received(TcpSegment.parse(parsed));
                case IpPacket.ICMP, IpPacket.ICMP_V6 -> echo(parsed);
                default -> throw new DropException(Drop.PROTOCOL);
            }
        } catch (DropException dropped) {
            wire.dropped(dropped.reason());
        }
    }

    private void echo(IpPacket packet) throws DropException {
        if (packet.isV4() != (packet.protocol() == IpPacket.ICMP)) {
            throw new DropException(Drop.PROTOCOL);
        }
        ByteBuffer answer = Icmp.answer(packet);
        if (answer.remaining() > mtu) {
            throw new DropException(Drop.TOO_LONG);
        }
        wire.send(answer);
    }

    private void datagram(IpPacket packet, ByteBuffer whole) throws DropException {
        Udp datagram = Udp.parse(packet);
        DatagramHandler handler = datagrams.get(datagram.toPort());
        if (handler == null) {
            if (errors.allows(clock.getAsLong())) {
                wire.send(Icmp.noSuchPort(packet, whole));
            } else {
                wire.dropped(Drop.LIMIT);
            }
            throw new DropException(Drop.CLOSED_PORT);
        }
        handler.received(datagram.payload().asReadOnlyBuffer(), new Reply(packet, datagram));
    }

    /** Lets time pass: what was lost is sent again, what is idle ends. To be called several times a second. */
    synchronized void tick() {
        tcp.tick();
    }

    synchronized int connections() {
        return tcp.count();
    }

    synchronized long received() {
        return received;
    }

    synchronized long sent() {
        return sent;
    }

    /** How many packets were dropped, by reason; those that never were are left out. */
    synchronized Map<Drop, Long> drops() {
        return new EnumMap<>(drops);
    }

    /** All that is counted, as figures name it. */
    synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("received", received);
        counts.put("sent", sent);
        for (Drop reason : Drop.values()) {
            counts.put("dropped-" + reason.word(), drops.getOrDefault(reason, 0L));
        }
        return counts;
    }

    synchronized void close() {
        tcp.close();
    }

    private final class Reply implements DatagramReply {
        // The packet's bytes are used again for the next one: only what is kept here may be looked at later.
        private final IpPacket packet;
        private final Udp datagram;

        private Reply(IpPacket packet, Udp datagram) {
            ByteBuffer none = ByteBuffer.allocate(0);
            this.packet = new IpPacket(packet.from(), packet.to(), packet.protocol(), none);
            this.datagram = new Udp(datagram.fromPort(), datagram.toPort(), none);
        }

        @Override
        public InetSocketAddress from() {
            return new InetSocketAddress(packet.from(), datagram.fromPort());
        }

        @Override
        public int room() {
            return mtu - IpWriter.headerBytes(packet.from()) - Udp.HEADER;
        }

        @Override
        public void send(ByteBuffer payload) {
            synchronized (Stack.this) {
                if (payload.remaining() > room()) {
                    wire.dropped(Drop.TOO_LONG);
                } else {
                    wire.send(Udp.reply(packet, datagram, payload));
                }
            }
        }
    }

    private final class OwnWire implements Wire {
        @Override
        public void send(ByteBuffer packet) {
            if (device.test(packet)) {
                sent++;
            } else {
                dropped(Drop.DEVICE);
            }
        }

        @Override
        public long nanos() {
            return clock.getAsLong();
        }

        @Override
        public void dropped(Drop reason) {
            drops.merge(reason, 1L, Long::sum);
        }
    }
}
