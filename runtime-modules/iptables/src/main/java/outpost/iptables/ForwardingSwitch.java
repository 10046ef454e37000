package outpost.iptables;

import outpost.core.state.StateStore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's switch of one family that says whether it forwards at all; put back as it was, also after a crash. */
final class ForwardingSwitch {
    private final Path file;
    private final StateStore store;
    private final String key;

    ForwardingSwitch(Path file, StateStore store, String key) {
        this.file = file;
        this.store = store;
        this.key = key;
    }

    /** @param switches the folder of the kernel's switches of networks, {@code /proc/sys/net} */
    static ForwardingSwitch of(Path switches, boolean v4, StateStore store) {
        return v4
                ? new ForwardingSwitch(switches.resolve("ipv4/ip_forward"), store, "ip-forward-v4")
                : new ForwardingSwitch(switches.resolve("ipv6/conf/all/forwarding"), store, "ip-forward-v6");
    }

    void on() throws IOException {
        String now = Files.readString(file).strip();
        if (!now.equals("1")) {
            store.write(key, now.getBytes(StandardCharsets.US_ASCII));
            Files.writeString(file, "1");
        }
    }

    /** Puts back what {@link #on} found, if it changed anything. */
    void back() throws IOException {
        var former = store.read(key);
        if (former.isPresent()) {
            Files.writeString(file, new String(former.get(), StandardCharsets.US_ASCII));
            store.delete(key);
        }
    }
}
