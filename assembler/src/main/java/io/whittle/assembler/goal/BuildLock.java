package io.whittle.assembler.goal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One build at a time in one output folder; another waits. The system lets the lock go when its process dies. */
final class BuildLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, if no build holds it. */
    static Optional<BuildLock> ifFree(Path output) throws IOException {
        FileChannel channel = open(output);
        if (taken(channel)) {
            return Optional.of(new BuildLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    /** Takes the lock, and waits for it. */
    static BuildLock in(Path output, Progress progress) throws IOException, InterruptedException {
        FileChannel channel = open(output);
        boolean told = false;
        while (!taken(channel)) {
            if (!told) {
                progress.say("another build links into " + output + ": waiting for it");
                told = true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return new BuildLock(channel);
    }

    private static FileChannel open(Path output) throws IOException {
        Files.createDirectories(output);
        return FileChannel.open(output.resolve("link.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisJvm) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
