package outpost.router;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.SettingException;
import outpost.core.Settings;
import outpost.core.command.Command;
import outpost.core.command.CommandResult;
import outpost.core.command.CommandRunner;
import outpost.core.log.Log;
import outpost.core.netmap.IpPrefix;
import outpost.core.service.DeviceReplaced;
import outpost.core.service.MeshRoutes;
import outpost.core.service.PacketDevice;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The feature {@code osrouter}, but for the commands of one operating system. Setting: {@code router.device}. */
public abstract class OsRouter implements Feature, MeshRoutes {
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(5);
    private static final int OUTPUT_BYTES = 4096;

    private final List<String> prefix;
    private String mesh = "";
    private Optional<MeshRouter> router = Optional.empty();
    private Optional<Leftovers> leftovers = Optional.empty();

    /** @param prefix words before every command, such as {@code ip netns exec name}; usually none */
    protected OsRouter(List<String> prefix) {
        this.prefix = List.copyOf(prefix);
    }

    /**
     * The table of commands for a device.
     *
     * @throws IOException if this system has none, or a setting is wrong
     */
    protected abstract RouterCommands commands(Settings settings, String device) throws IOException;

    @Override
    public final String name() {
        return "osrouter";
    }

    /** Whoever makes the device comes first. */
    @Override
    public final Set<String> after() {
        return Set.of("tun", "wireguard");
    }

    @Override
    public final void publish(Node node) throws IOException {
        String device = node.settings().text("router.device").orElse("outpost0");
        if (!DEVICE.matcher(device).matches()) {
            throw new SettingException("router.device", "\"" + device + "\" is no name of a network device");
        }
        mesh = device;
        var runner = new CommandRunner(COMMAND_LIMIT, OUTPUT_BYTES, prefix);
        Log log = log(node);
        Function<Command, CommandResult> logged = command -> {
            log.v1(command.toString());
            return runner.run(command);
        };
        RouterCommands table = commands(node.settings(), device);
        leftovers = Optional.of(new Leftovers(node.store(), table, logged, log));
        var made = new MeshRouter(new Convergence(table, logged));
        router = Optional.of(made);
        node.publish(MeshRoutes.class, made);
    }

    @Override
    public final void accept(String feature, Collection<IpPrefix> ranges) throws IOException {
        router.orElseThrow().accept(feature, ranges);
    }

    @Override
    public final SortedMap<String, List<IpPrefix>> accepted() {
        return router.orElseThrow().accepted();
    }

    @Override
    public final void start(Node node) throws IOException {
        Leftovers former = leftovers.orElseThrow();
        former.repair();
        router.ifPresent(made -> {
            node.find(PacketDevice.class).ifPresent(device -> made.serviceDevice(device.device()));
            Runnable again = node.whileRunning(name(), former.remembered(made));
            node.events().subscribe(DeviceReplaced.class, replaced -> {
                if (replaced.device().equals(mesh)) {
                    made.deviceReplaced();
                    again.run();
                }
            });
        });
    }
}
