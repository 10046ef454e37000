package outpost.router;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.SettingException;
import outpost.core.Settings;
import outpost.core.command.CommandRunner;
import outpost.core.log.Log;
import outpost.core.service.Health;
import outpost.core.service.MeshRoutes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The feature {@code osrouter}, but for the commands of one operating system. Setting: {@code router.device}. */
public abstract class OsRouter implements Feature {
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int OUTPUT_BYTES = 4096;

    private final List<String> prefix;
    private Optional<MeshRouter> router = Optional.empty();

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
        var runner = new CommandRunner(COMMAND_LIMIT, OUTPUT_BYTES, prefix);
        Log log = log(node);
        var convergence = new Convergence(commands(node.settings(), device), command -> {
            log.v1(command.toString());
            return runner.run(command);
        });
        var made = new MeshRouter(convergence, RETRY, failure -> tell(node, failure));
        router = Optional.of(made);
        node.publish(MeshRoutes.class, made);
    }

    @Override
    public final void start(Node node) {
        router.ifPresent(made -> node.whileRunning(name(), made));
    }

    @Override
    public final void close() {
        router.ifPresent(MeshRouter::close);
    }

    private void tell(Node node, Optional<String> failure) {
        Optional<Health> health = node.find(Health.class);
        if (failure.isPresent()) {
            health.ifPresent(kept -> kept.report(name(), failure.get()));
        } else {
            log(node).info("all addresses and routes are in place");
            health.ifPresent(kept -> kept.clear(name()));
        }
    }
}
