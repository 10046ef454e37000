package outpost.lab;

import java.time.Duration;
import java.util.List;

/** Programs that are a device of WireGuard. Devices of a lab are named as no other ones are, so none of another's is ever meant. */
final class WireGuards {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private WireGuards() {}

    static List<ProcessHandle> of(String device) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().commandLine().orElse("").matches(".*wireguard-go -f \\Q" + device + "\\E"))
                .toList();
    }

    /** Waits until there is none for this device any more, and ends those that do not end by themselves. */
    static void awaitEnd(String device) {
        try {
            Await.until(
                    PATIENCE,
                    () -> "a wireguard-go of " + device + " lives on",
                    () -> of(device).isEmpty());
        } catch (AssertionError late) {
            of(device).forEach(ProcessHandle::destroyForcibly);
            throw late;
        }
    }
}
