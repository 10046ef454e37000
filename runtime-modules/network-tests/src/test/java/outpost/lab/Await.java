package outpost.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.fail;

/** Waits for what comes by itself. */
public final class Await {
    private static final long LOOK_MILLIS = 50;

    private Await() {}

    /** Looks until it holds; fails after a while with what is said then. */
    public static void until(Duration patience, Supplier<String> failure, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                fail(failure.get() + " (within " + patience.toSeconds() + " s)");
            }
            pause(Duration.ofMillis(LOOK_MILLIS));
        }
    }

    /** Lets time pass, for what gives no sign when it is done. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
