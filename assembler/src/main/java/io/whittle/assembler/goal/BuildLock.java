package io.whittle.assembler.goal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One build at a time in one output folder; another waits. The system lets the lock go when its process dies. */
final class BuildLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final String key;
    private final FileChannel channel;

    private BuildLock(String key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Takes the lock, if no build holds it. */
    static Optional<BuildLock> ifFree(Path output) throws IOException {
        Files.createDirectories(output);
        String key = "io.whittle.lock:" + output.toRealPath();
        // Asked before the file is opened: to close any channel of a file drops every lock that this process has on it.
        // The
        // system's properties are the one place that all class loaders of a build tool share.
        if (System.getProperties().putIfAbsent(key, "held") != null) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel =
                    FileChannel.open(output.resolve("link.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new BuildLock(key, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                release(key, Optional.ofNullable(channel));
            }
        }
    }

    /** Takes the lock, and waits for it. */
    static BuildLock in(Path output, Progress progress) throws IOException, InterruptedException {
        Optional<BuildLock> lock = ifFree(output);
        if (lock.isEmpty()) {
            progress.say("another build links into " + output + ": waiting for it");
        }
        while (lock.isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
            lock = ifFree(output);
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
