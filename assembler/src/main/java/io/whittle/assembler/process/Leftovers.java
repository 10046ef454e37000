package io.whittle.assembler.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes that bear a mark and still live. On Linux they are found in {@code /proc}, wherever in the tree of
 * processes they are; elsewhere only descendants of those that were started are known.
 */
final class Leftovers {
    private static final Path PROC = Path.of("/proc");

    /** Rounds of looking and killing. Each ends all that it sees; only what goes on forking needs more than two. */
    private static final int ROUNDS = 200;

    /** Rounds that must find nothing, once something was killed: who is just becoming another program shows no environment. */
    private static final int QUIET_ROUNDS = 3;

    private static final int LIMIT_SECONDS = 5;

    private Leftovers() {}

    /**
     * Kills whatever bears the mark, and what else the given processes started, until nothing is left.
     *
     * @return how many processes were killed
     */
    static int kill(Mark mark, Collection<ProcessHandle> started) {
        // Files cannot be read by a thread that is interrupted, and that is just when there is something to kill.
        boolean interrupted = Thread.interrupted();
        try {
            return killAll(mark, started);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int killAll(Mark mark, Collection<ProcessHandle> started) {
        Set<ProcessHandle> killed = new LinkedHashSet<>();
        int quiet = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> found = living(mark, started);
            List<ProcessHandle> dying =
                    found.stream().filter(ProcessHandle::destroyForcibly).toList();
            killed.addAll(dying);
            dying.forEach(Leftovers::awaitEnd);
            quiet = dying.isEmpty() ? quiet + 1 : 0;
            // What the system does not let us kill is not looked for again and again.
            if (quiet == QUIET_ROUNDS || dying.isEmpty() && killed.isEmpty()) {
                break;
            }
            if (quiet > 0) {
                Pause.millis(10);
            }
        }
        return killed.size();
    }

    /** Those that live now; of a process that is no child of ours, nobody collects the end: it may be dead and still listed. */
    static List<ProcessHandle> living(Mark mark, Collection<ProcessHandle> started) {
        Set<ProcessHandle> living = new LinkedHashSet<>();
        for (ProcessHandle process : started) {
            process.descendants().forEach(living::add);
            living.add(process);
        }
        living.addAll(marked(mark));
        living.removeIf(process -> !process.isAlive() || isZombie(process.pid()));
        return new ArrayList<>(living);
    }

    private static List<ProcessHandle> marked(Mark mark) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return List.of();
        }
        byte[] assignment = mark.assignment().getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.filter(
                            entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(entry -> holds(entry.resolve("environ"), assignment))
                    .map(entry ->
                            ProcessHandle.of(Long.parseLong(entry.getFileName().toString())))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean holds(Path environ, byte[] assignment) {
        byte[] variables;
        try {
            variables = Files.readAllBytes(environ);
        } catch (IOException othersOrGone) {
            return false;
        }
        for (int at = 0; at + assignment.length <= variables.length; at++) {
            // A variable begins at the start or after the end of the one before.
            if ((at == 0 || variables[at - 1] == 0) && startsWith(variables, at, assignment)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (bytes[at + i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZombie(long pid) {
        try {
            String stat =
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
            // pid (name) state: the name may hold anything, even parentheses.
            int end = stat.lastIndexOf(')');
            return end >= 0 && end + 2 < stat.length() && stat.charAt(end + 2) == 'Z';
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (process.isAlive() && !isZombie(process.pid()) && System.nanoTime() < end) {
            Pause.millis(5);
        }
    }
}
