package outpost.metrics;

import outpost.core.SettingException;
import outpost.core.Settings;
import outpost.core.netmap.Endpoints;

import java.net.InetSocketAddress;
import java.util.Optional;

/** The setting {@code metrics.listen}: an address on loopback, and no other. */
final class ListenAddress {
    private static final String KEY = "metrics.listen";

    private ListenAddress() {}

    static Optional<InetSocketAddress> of(Settings settings) throws SettingException {
        Optional<String> text = settings.text(KEY);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        InetSocketAddress address = Endpoints.parse(text.get())
                .orElseThrow(() -> new SettingException(
                        KEY, "expected an address and a port such as 127.0.0.1:9100, found " + text.get()));
        if (!address.getAddress().isLoopbackAddress()) {
            throw new SettingException(
                    KEY, text.get() + " could be reached from other machines; give 127.0.0.1 or [::1] with a port");
        }
        return Optional.of(address);
    }
}
