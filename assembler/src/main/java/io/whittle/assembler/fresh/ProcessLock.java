package io.whittle.assembler.fresh;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock on a file, held by one thread of all processes of a machine. The system lets it go when its process dies. */
public final class ProcessLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final String key;
    private final FileChannel channel;

    private ProcessLock(String key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes the lock, if nobody holds it.
     *
     * @param name what is locked, the same for all in this process who mean the same
     * @param file carries the lock among processes; it is made where it does not exist, and stays
     */
    public static Optional<ProcessLock> ifFree(String name, Path file) throws IOException {
        String key = "io.whittle.lock:" + name;
        // Asked before the file is opened: to close any channel of a file drops every lock that this process has on it.
        // The system's properties are the one place that all class loaders of a build tool share.
        if (System.getProperties().putIfAbsent(key, "held") != null) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new ProcessLock(key, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                release(key, Optional.ofNullable(channel));
            }
        }
    }

    /**
     * Takes the lock, and waits for it.
     *
     * @param waiting is run once where it has to be waited for
     */
    public static ProcessLock of(String name, Path file, Runnable waiting) throws IOException, InterruptedException {
        Optional<ProcessLock> lock = ifFree(name, file);
        if (lock.isEmpty()) {
            waiting.run();
        }
        while (lock.isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
            lock = ifFree(name, file);
        }
        return lock.get();
    }

    @Override
    public void close() throws IOException {
        release(key, Optional.of(channel));
    }

    private static void release(String key, Optional<FileChannel> channel) throws IOException {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } finally {
            System.getProperties().remove(key);
        }
    }
}
