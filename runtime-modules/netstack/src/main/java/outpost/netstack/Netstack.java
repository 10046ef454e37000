package outpost.netstack;

import outpost.core.Feature;
import outpost.core.MissingServiceException;
import outpost.core.Node;
import outpost.core.log.Causes;
import outpost.core.log.SparseLog;
import outpost.core.netmap.Addresses;
import outpost.core.service.Health;
import outpost.core.service.PacketDevice;
import outpost.core.service.ReceiveOffload;
import outpost.core.service.ServiceAddressTransport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The feature {@code netstack}: answers packets of the device at the addresses of the node's own services. */
public final class Netstack implements Feature, ServiceAddressTransport {
    /** What every network of IPv6 carries. Longer packets than that to the node's own services have no use. */
    private static final int MTU = 1280;

    private static final long TICK_MILLIS = 100;
    private static final long END_MILLIS = 5_000;

    private Optional<PacketDevice> device = Optional.empty();
    private Optional<Stack> stack = Optional.empty();
    private Optional<Thread> reader = Optional.empty();
    private Optional<Thread> ticker = Optional.empty();
    private volatile boolean closed;

    /** For the service loader. */
    public Netstack() {}

    @Override
    public String name() {
        return "netstack";
    }

    @Override
    public Set<String> after() {
        return Set.of("tun");
    }

    @Override
    public void onDatagram(int port, DatagramHandler handler) {
        stack.orElseThrow().onDatagram(port, handler);
    }

    @Override
    public void onConnection(int port, StreamHandler handler) {
        stack.orElseThrow().onConnection(port, handler);
    }

    @Override
    public void publish(Node node) {
        Stack made = new Stack(
                Set.of(Addresses.SERVICE, Addresses.SERVICE_V6),
                new OwnAddresses(node::netmap, OwnAddresses::ofDevices, System::nanoTime),
                MTU,
                this::write,
                System::nanoTime);
        stack = Optional.of(made);
        node.counters().add(name(), made::counts);
    }

    @Override
    public void start(Node node) {
        try {
            device = Optional.of(node.need(PacketDevice.class));
        } catch (MissingServiceException none) {
            String missing = "no packet comes here: " + none.getMessage() + "; take in tun";
            log(node).error(missing);
            node.find(Health.class).ifPresent(health -> health.report(name(), missing));
            return;
        }
        Stack made = stack.orElseThrow();
        Intake intake = new Intake(device.get(), node.find(ReceiveOffload.class));
        SparseLog log = new SparseLog(log(node));
        reader = Optional.of(thread("outpost-netstack", () -> read(made, intake, log)));
        ticker = Optional.of(thread("outpost-netstack-time", () -> tick(made, log)));
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void read(Stack made, Intake intake, SparseLog log) {
        while (!closed) {
            try {
                List<ByteBuffer> packets = intake.next();
                if (packets.isEmpty()) {
                    return;
                }
                packets.forEach(packet -> receive(made, packet, log));
            } catch (IOException | RuntimeException | Error e) {
                lost(e, log);
                // Who took the device away may bring it back; until then asking it again and again helps nobody.
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(Stack made, ByteBuffer packet, SparseLog log) {
        try {
            made.receive(packet);
        } catch (RuntimeException | Error e) {
            // One packet, or one handler of it, takes nobody else's packets away.
            lost(e, log);
        }
    }

    private void lost(Throwable why, SparseLog log) {
        if (!closed) {
            log.error("lost", "a packet is lost: " + Causes.text(why));
        }
    }

    private void tick(Stack made, SparseLog log) {
        try {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                pass(made, log);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Stack made, SparseLog log) {
        try {
            made.tick();
        } catch (RuntimeException | Error e) {
            // What a connection makes of its end ends nobody else's.
            lost(e, log);
        }
    }

    private boolean write(ByteBuffer packet) {
        if (device.isEmpty()) {
            return false;
        }
        try {
            device.get().write(packet);
            return true;
        } catch (IOException notTaken) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        stack.ifPresent(Stack::close);
        closed = true;
        for (Optional<Thread> each : List.of(ticker, reader)) {
            if (each.isPresent()) {
                end(each.get());
            }
        }
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
