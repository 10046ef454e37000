package io.whittle.assembler.link;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.JlinkProgram;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.workers.LinkJvm;
import io.whittle.assembler.workers.LinkWorkers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The jlink of a JDK, run by a worker where there are workers, and else in a process of its own: in one JVM links fail now and then when two
 * run at once.
 */
final class Jlink {
    /** More than jlink ever says; a bound, so that a broken one cannot fill the memory. */
    private static final int OUTPUT_LIMIT = 1 << 20;

    private final Path program;
    private final Optional<LinkWorkers> workers;

    private Jlink(Path program, Optional<LinkWorkers> workers) {
        this.program = program;
        this.workers = workers;
    }

    /**
     * The one that links this JDK.
     *
     * @throws LinkException when there is none that runs here and can link it
     */
    static Jlink of(TargetJdk jdk, Optional<LinkWorkers> workers) throws LinkException, IOException {
        return new Jlink(JlinkProgram.of(jdk), workers);
    }

    /**
     * Runs it to its end, after telling the command. When this thread is interrupted or the JVM goes down, jlink goes too.
     *
     * @param output the folder that the arguments name; it does not exist
     * @throws LinkException when jlink fails, with what it said; an exit code of 0 proves nothing, see {@link ImageProof}
     */
    void run(List<String> arguments, Path output, Consumer<String> detail)
            throws LinkException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        LinkJvm.OPTIONS.forEach(option -> command.add("-J" + option));
        command.addAll(arguments);
        detail.accept(String.join(" ", command));
        if (workers.isEmpty() || !isLinkedBy(workers.get(), arguments)) {
            // What a worker began, if there was one.
            FolderTree.delete(output);
            fork(command);
        }
    }

    // Where jlink fails in a worker, a process of its own has the last word: it says the same, or shows that the worker
    // was at fault.
    private boolean isLinkedBy(LinkWorkers willing, List<String> arguments) throws InterruptedException {
        return willing.link(program.getParent().getParent(), arguments)
                .filter(answer -> answer.exit() == 0 && !JlinkFailure.isIn(answer.said()))
                .isPresent();
    }

    private void fork(List<String> command) throws LinkException, IOException, InterruptedException {
        EndOfJvm end = new EndOfJvm();
        // Before the start: a JVM that is going down takes no more hooks, and must start nothing that outlives it.
        Runtime.getRuntime().addShutdownHook(end);
        Process process = start(command, end);
        // Read by another thread: who reads a pipe cannot be interrupted.
        FutureTask<String> output = new FutureTask<>(() -> read(process.getInputStream()));
        Thread reader = new Thread(output, "output of jlink");
        reader.setDaemon(true);
        try {
            reader.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            String said = output.get();
            if (exit != 0 || JlinkFailure.isIn(said)) {
                throw new LinkException(JlinkFailure.explain(exit, said));
            }
        } catch (ExecutionException unreadable) {
            throw new IOException("what jlink says cannot be read", unreadable.getCause());
        } finally {
            stop(process);
            forget(end);
        }
    }

    private Process start(List<String> command, EndOfJvm end) throws LinkException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            end.takesWithIt(process);
            return process;
        } catch (IOException refused) {
            forget(end);
            throw new LinkException(program + " cannot be run here: " + refused.getMessage() + ".\n"
                    + "  Is the JDK whole, and one for this machine? Install it anew, or name another with"
                    + " -Dwhittle.jdk=<folder>.");
        }
    }

    // Waits for its end, since what it still writes would stand in the way of clearing up.
    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String read(InputStream output) throws IOException {
        byte[] head = output.readNBytes(OUTPUT_LIMIT);
        output.transferTo(OutputStream.nullOutputStream());
        return new String(head, StandardCharsets.UTF_8).strip();
    }

    /** Takes jlink down with the JVM, whichever of the two comes first: the start of jlink or the end of the JVM. */
    private static final class EndOfJvm extends Thread {
        private Optional<Process> process = Optional.empty();
        private boolean come;

        synchronized void takesWithIt(Process started) {
            process = Optional.of(started);
            if (come) {
                started.destroyForcibly();
            }
        }

        @Override
        public synchronized void run() {
            come = true;
            process.ifPresent(Process::destroy);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // Then the hook runs, which is what it is for.
            return;
        }
    }
}
