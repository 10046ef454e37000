package io.whittle.assembler.link;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.natives.NativeHeader;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The jlink of a JDK, run in a process of its own: links in one JVM give other bytes from call to call (JDK-8392531), and
 * fail now and then when two run at once.
 */
final class Jlink {
    /** More than jlink ever says; a bound, so that a broken one cannot fill the memory. */
    private static final int OUTPUT_LIMIT = 1 << 20;

    private final Path program;

    private Jlink(Path program) {
        this.program = program;
    }

    /**
     * The jlink that links this JDK: its own, or where that is for another platform, that of the JDK that runs this program or
     * of another of this machine.
     *
     * @throws LinkException when there is none that runs here and can link it
     */
    static Jlink of(TargetJdk jdk) throws LinkException, IOException {
        return of(jdk, Path.of(System.getProperty("java.home")));
    }

    static Jlink of(TargetJdk jdk, Path running) throws LinkException, IOException {
        Path own = in(jdk.home())
                .orElseThrow(() -> new LinkException("The JDK at " + jdk.home() + " has no bin/jlink.\n"
                        + "  A run-time environment is not enough: install the full JDK (on Debian"
                        + " openjdk-<version>-jdk-headless), or name another with -Dwhittle.jdk=<folder>."));
        Optional<Platform> platform = NativeHeader.of(own).flatMap(NativeHeader::platform);
        Optional<Platform> host = JdkPlatform.launcher(running).flatMap(NativeHeader::platform);
        if (platform.isEmpty() || host.isEmpty() || platform.equals(host)) {
            return new Jlink(own);
        }
        return new Jlink(new ForeignJdk(jdk, platform.get()).jlink(running, host.get()));
    }

    /** That of a JDK's folder; empty where it has none. */
    static Optional<Path> in(Path home) {
        return Stream.of("jlink", "jlink.exe")
                .map(name -> home.resolve("bin").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The program that is run. */
    Path program() {
        return program;
    }

    /**
     * Runs it to its end, after telling the command. When this thread is interrupted or the JVM goes down, jlink goes too.
     *
     * @throws LinkException when jlink fails, with what it said; an exit code of 0 proves nothing, see {@link ImageProof}
     */
    void run(List<String> arguments, Consumer<String> detail) throws LinkException, IOException, InterruptedException {
        // What it says is read: see JlinkFailure.
        List<String> command = new ArrayList<>(List.of(program.toString(), "-J-Duser.language=en"));
        command.addAll(arguments);
        detail.accept(String.join(" ", command));
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
