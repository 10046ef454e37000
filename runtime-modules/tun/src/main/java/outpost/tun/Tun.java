package outpost.tun;

import outpost.core.Activity;
import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.SettingException;
import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandRunner;
import outpost.core.netmap.Netmap;
import outpost.core.service.PacketDevice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * The feature {@code tun}: while the node is up the system has a device whose packets come to this process. Settings:
 * {@code tun.device}, where {@code none} makes none, and {@code tun.file}. Which packets the system sends there is up to its routes, and those are osrouter's.
 */
public final class Tun implements Feature, PacketDevice {
    private static final String NONE = "none";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");

    /** What every network of IPv6 carries. */
    private static final int MTU = 1280;

    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(5);
    private static final int OUTPUT_BYTES = 4096;

    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<TunDevice> device = Optional.empty();

    /** For the service loader. */
    public Tun() {}

    @Override
    public String name() {
        return "tun";
    }

    @Override
    public void publish(Node node) throws IOException {
        String name = node.settings().text("tun.device").orElse("outpost-svc");
        if (name.equals(NONE)) {
            log(node).info("no device is made, as tun.device says");
            return;
        }
        if (!NAME.matcher(name).matches()) {
            throw new SettingException("tun.device", "\"" + name + "\" is no name of a network device");
        }
        Path clone = Path.of(node.settings().text("tun.file").orElse("/dev/net/tun"));
        TunDevice made = new TunDevice(clone, name, MTU);
        device = Optional.of(made);
        node.publish(PacketDevice.class, made);
    }

    @Override
    public String device() {
        return device.map(TunDevice::device).orElse(NONE);
    }

    @Override
    public int mtu() {
        return MTU;
    }

    @Override
    public int read(ByteBuffer packet) throws IOException {
        if (device.isPresent()) {
            return device.get().read(packet);
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    @Override
    public int readReady(ByteBuffer packet) {
        return device.map(made -> made.readReady(packet)).orElse(0);
    }

    @Override
    public void write(ByteBuffer packet) throws IOException {
        if (device.isEmpty()) {
            throw new IOException("there is no device, as tun.device says");
        }
        device.get().write(packet);
    }

    @Override
    public void start(Node node) {
        device.ifPresent(made -> node.whileRunning(name(), new Running(made)));
    }

    private record Running(TunDevice device) implements Activity {
        @Override
        public void up(Netmap netmap) throws IOException {
            device.open();
            bringUp(device.device());
        }

        @Override
        public void down() {
            device.shut();
        }
    }

    private static void bringUp(String name) throws IOException {
        var runner = new CommandRunner(COMMAND_LIMIT, OUTPUT_BYTES);
        // Nobody is behind the device who would hear of the addresses that the kernel gives itself.
        List<Command> commands = List.of(
                Command.of("ip", "link", "set", "dev", name, "addrgenmode", "none"),
                Command.of("ip", "link", "set", "dev", name, "mtu", Integer.toString(MTU), "up"));
        for (Command command : commands) {
            CommandResult result = runner.run(command);
            if (!result.succeeded()) {
                throw new IOException(result.describe());
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        device.ifPresent(TunDevice::close);
    }
}
