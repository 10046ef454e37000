package outpost.router.bsd;

import outpost.core.Settings;
import outpost.router.OsRouter;
import outpost.router.RouterCommands;

import java.io.IOException;
import java.util.List;

/** The feature {@code osrouter} on FreeBSD, OpenBSD and NetBSD. */
public final class BsdRouter extends OsRouter {
    private final String osName;

    public BsdRouter() {
        this(System.getProperty("os.name"));
    }

    BsdRouter(String osName) {
        super(List.of());
        this.osName = osName;
    }

    @Override
    protected RouterCommands commands(Settings settings, String device) throws IOException {
        BsdSystem system = BsdSystem.named(osName)
                .orElseThrow(() -> new IOException("no commands for addresses and routes on " + osName
                        + "; this image is for FreeBSD, OpenBSD or NetBSD"));
        return new BsdCommands(system, device);
    }
}
