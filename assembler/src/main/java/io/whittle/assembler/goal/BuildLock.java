package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One build at a time in one output folder, or at one file that builds share; another waits. The system lets the lock go
 * when its process dies.
 */
final class BuildLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final String key;
    private final FileChannel channel;

    private BuildLock(String key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Takes the lock of an output folder, if no build holds it. */
    static Optional<BuildLock> ifFree(Path output) throws IOException {
        Files.createDirectories(output);
        return ifFree("io.whittle.lock:" + output.toRealPath(), output.resolve("link.lock"));
    }

    private static Optional<BuildLock> ifFree(String key, Path file) throws IOException {
        // Asked before the file is opened: to close any channel of a file drops every lock that this process has on it.
        // The
        // system's properties are the one place that all class loaders of a build tool share.
        if (System.getProperties().putIfAbsent(key, "held") != null) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new BuildLock(key, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                release(key, Optional.ofNullable(channel));
            }
        }
    }

    /** Takes the lock of an output folder, and waits for it. */
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

    /**
     * Takes the lock of a file that is read, changed and replaced, and waits for it. Such a file cannot carry the lock
     * itself, since it is another one after it was replaced, and beside it nothing may be left: it stands among sources. So
     * the lock is a file in the system's temporary folder, one for each user and place: it holds among the builds of one user
     * on one machine.
     */
    static BuildLock ofFile(Path shared) throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(shared.toAbsolutePath().getParent()).toRealPath();
        String place = System.getProperty("user.name") + " " + folder.resolve(shared.getFileName());
        String key = "io.whittle.lock:" + place;
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "whittle-" + ContentHash.of(place) + ".lock");
        Optional<BuildLock> lock = ifFree(key, file);
        while (lock.isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
            lock = ifFree(key, file);
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
