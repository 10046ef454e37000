package io.whittle.assembler.workers;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.process.Guard;
import io.whittle.assembler.process.ProcessGroup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Workers, started as they are needed and kept for the next link. None outlives this, nor the JVM, however that ends. May be used by several
 * threads.
 */
public final class LinkWorkers implements AutoCloseable {
    /** No image that was seen took a tenth of it; a machine may be busy with other work. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Of the memory, by all workers together: as a single JVM would take at most half of what it leaves to others. */
    private static final double MEMORY_PERCENT = 60;

    /** Not named as a class, or it would be compiled for our Java and not for every one. */
    private static final String PROGRAM = "io.whittle.assembler.workers.WarmJlink";

    private final int most;
    private final Duration limit;
    private final Consumer<String> tell;
    private final List<Worker> idle = new ArrayList<>();
    private int alive;
    private Optional<Room> room = Optional.empty();

    private record Room(Path scratch, Guard guard, ProcessGroup group) {}

    /**
     * Starts none yet.
     *
     * @param most how many there are at a time, at least 1; who asks while all of them work gets none
     * @param tell takes what is wrong with a worker, for a person
     */
    public LinkWorkers(int most, Consumer<String> tell) {
        this(most, LIMIT, tell);
    }

    LinkWorkers(int most, Duration limit, Consumer<String> tell) {
        this.most = most;
        this.limit = limit;
        this.tell = tell;
    }

    /**
     * Links in a worker, and waits for it.
     *
     * @param jdk the folder of the JDK whose jlink it is
     * @param arguments of jlink
     * @return empty where no worker did it, which has been told: what stands in the output folder then is to be thrown away
     */
    public Optional<LinkAnswer> link(Path jdk, List<String> arguments) throws InterruptedException {
        Optional<Worker> worker = take(jdk);
        if (worker.isEmpty()) {
            return Optional.empty();
        }
        boolean fit = false;
        try {
            LinkAnswer answer = worker.get().link(arguments, limit);
            fit = answer.exit() == 0;
            return Optional.of(answer);
        } catch (WorkerException useless) {
            told(jdk, useless.getMessage());
            return Optional.empty();
        } finally {
            give(worker.get(), fit);
        }
    }

    private Optional<Worker> take(Path jdk) {
        Optional<Worker> other;
        synchronized (this) {
            Optional<Worker> warm = remove(jdk);
            if (warm.isPresent()) {
                return warm;
            }
            if (alive == most && idle.isEmpty()) {
                return Optional.empty();
            }
            // One of another JDK makes room.
            other = alive == most ? Optional.of(idle.remove(0)) : Optional.empty();
            alive += other.isPresent() ? 0 : 1;
        }
        other.ifPresent(Worker::kill);
        try {
            return Optional.of(start(jdk));
        } catch (IOException refused) {
            synchronized (this) {
                alive--;
            }
            told(jdk, "cannot be started (" + refused.getMessage() + ")");
            return Optional.empty();
        }
    }

    private synchronized Optional<Worker> remove(Path jdk) {
        for (Worker worker : List.copyOf(idle)) {
            if (worker.jdk().equals(jdk)) {
                idle.remove(worker);
                if (worker.isAlive()) {
                    return Optional.of(worker);
                }
                alive--;
            }
        }
        return Optional.empty();
    }

    private void give(Worker worker, boolean fit) {
        if (!fit) {
            worker.kill();
        }
        synchronized (this) {
            if (fit) {
                idle.add(worker);
            } else {
                alive--;
            }
        }
    }

    private void told(Path jdk, String what) {
        tell.accept("A worker that links with " + jdk + " " + what + ": its image is linked by a process of its own.");
    }

    private synchronized Worker start(Path jdk) throws IOException {
        if (room.isEmpty()) {
            room = Optional.of(room());
        }
        Room place = room.get();
        return new Worker(
                jdk,
                place.group().talk(command(jdk, place.scratch()), Path.of("").toAbsolutePath(), environment()));
    }

    private static Room room() throws IOException {
        Path scratch = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "whittle-workers")
                .toRealPath();
        Guard guard = Guard.open(scratch);
        // Laid out, since what it stands in may be a jar that is built anew in the meantime.
        String file = PROGRAM.replace('.', '/') + ".class";
        Path laid = scratch.resolve(file);
        Files.createDirectories(laid.getParent());
        try (InputStream in = LinkWorkers.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, laid);
        }
        return new Room(scratch, guard, guard.group());
    }

    private List<String> command(Path jdk, Path classes) {
        Path java = Stream.of("java", "java.exe")
                .map(name -> jdk.resolve("bin").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(jdk.resolve("bin/java"));
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(LinkJvm.OPTIONS);
        command.addAll(List.of(
                "-XX:MaxRAMPercentage=" + MEMORY_PERCENT / Math.max(2, most),
                "--add-modules",
                "jdk.jlink",
                "-cp",
                classes.toString(),
                PROGRAM));
        return command;
    }

    // As jlink's own program has it; that one does not read JDK_JAVA_OPTIONS.
    private static SortedMap<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.remove("JDK_JAVA_OPTIONS");
        return new TreeMap<>(environment);
    }

    /** Ends all of them. */
    @Override
    public void close() throws IOException {
        Optional<Room> open;
        synchronized (this) {
            open = room;
            room = Optional.empty();
            idle.clear();
            alive = 0;
        }
        if (open.isPresent()) {
            open.get().group().close();
            open.get().guard().close();
            FolderTree.delete(open.get().scratch());
        }
    }
}
