package outpost.router.linux;

import outpost.core.Settings;
import outpost.router.OsRouter;
import outpost.router.RouterCommands;

import java.io.IOException;
import java.util.List;

/** The feature {@code osrouter} on Linux. Setting, beside the device: {@code router.mark}. */
public final class LinuxRouter extends OsRouter {
    /** The letters OP. */
    private static final int MARK = 0x4f50;

    public LinuxRouter() {
        this(List.of());
    }

    LinuxRouter(List<String> prefix) {
        super(prefix);
    }

    @Override
    protected RouterCommands commands(Settings settings, String device) throws IOException {
        return new IpCommands(device, settings.number("router.mark", MARK, 1, Integer.MAX_VALUE));
    }
}
