package io.whittle.assembler.goal;

import io.whittle.assembler.fresh.ContentHash;
import io.whittle.assembler.fresh.ProcessLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One build at a time in one output folder, or at one file that builds share; another waits. */
final class BuildLock implements AutoCloseable {
    private final ProcessLock lock;

    private BuildLock(ProcessLock lock) {
        this.lock = lock;
    }

    /** Takes the lock of an output folder, if no build holds it. */
    static Optional<BuildLock> ifFree(Path output) throws IOException {
        Files.createDirectories(output);
        return ProcessLock.ifFree(output.toRealPath().toString(), file(output)).map(BuildLock::new);
    }

    /** Takes the lock of an output folder, and waits for it. */
    static BuildLock in(Path output, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(output);
        return new BuildLock(ProcessLock.of(
                output.toRealPath().toString(),
                file(output),
                () -> progress.say("another build links into " + output + ": waiting for it")));
    }

    private static Path file(Path output) {
        return output.resolve("link.lock");
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
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "whittle-" + ContentHash.of(place) + ".lock");
        return new BuildLock(ProcessLock.of(place, file, () -> {}));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
