package io.whittle.assembler.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees to it that no process of a run outlives it: not when it ends, not when this JVM is interrupted, and on Linux not
 * when this JVM is killed either. May be used by several threads.
 */
public final class Guard implements AutoCloseable {
    private final Mark mark;
    private final Watchdog watchdog;
    private final Thread hook;
    private final AtomicInteger groups = new AtomicInteger();
    private volatile boolean goingDown;

    private Guard(Mark mark, Watchdog watchdog) {
        this.mark = mark;
        this.watchdog = watchdog;
        this.hook = new Thread(this::goDown, "end of marked processes");
    }

    /**
     * Begins to guard.
     *
     * @param scratch an absolute folder that is deleted when this JVM is killed, on Linux; otherwise the caller deletes it
     */
    public static Guard open(Path scratch) throws IOException {
        Mark mark = Mark.random();
        Guard guard = new Guard(mark, Watchdog.over(mark, scratch));
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /** A new group of processes that end together. */
    public ProcessGroup group() {
        return new ProcessGroup(mark, groups.incrementAndGet());
    }

    /**
     * Asks whether what the processes did may be believed.
     *
     * @throws InterruptedException when this JVM goes down, which has killed them: that they failed says nothing then
     */
    public void throwIfGoingDown() throws InterruptedException {
        if (goingDown) {
            throw new InterruptedException("this JVM is being ended");
        }
    }

    // Said before the first process is killed, so that no one can see it killed and not know why.
    private void goDown() {
        goingDown = true;
        Leftovers.kill(mark, List.of());
    }

    /** Kills what is left of all groups. */
    @Override
    public void close() {
        Leftovers.kill(mark, List.of());
        watchdog.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // Then the hook runs, which is what it is for.
            return;
        }
    }
}
