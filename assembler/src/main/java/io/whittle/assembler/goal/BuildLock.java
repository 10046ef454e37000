package io.whittle.assembler.goal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One build at a time in one output folder; another waits. The system lets the lock go when its process dies. */
final class BuildLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    static BuildLock in(Path output, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(output);
        FileChannel channel =
                FileChannel.open(output.resolve("link.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
