package io.whittle.assembler.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

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
     * The jlink in a JDK's {@code bin}.
     *
     * @throws LinkException when it has none
     */
    static Jlink in(Path jdk) throws LinkException {
        for (String name : List.of("jlink", "jlink.exe")) {
            Path program = jdk.resolve("bin").resolve(name);
            if (Files.isExecutable(program)) {
                return new Jlink(program);
            }
        }
        throw new LinkException("The JDK at " + jdk + " has no bin/jlink.\n"
                + "  A run-time environment is not enough: install the full JDK (on Debian openjdk-<version>-jdk-headless),"
                + " or name another with -Dwhittle.jdk=<folder>.");
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
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread end = new Thread(process::destroy);
        // Read by another thread: who reads a pipe cannot be interrupted.
        FutureTask<String> output = new FutureTask<>(() -> read(process.getInputStream()));
        Thread reader = new Thread(output, "output of jlink");
        reader.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            reader.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            String said = output.get();
            if (exit != 0) {
                throw new LinkException(JlinkFailure.explain(exit, said));
            }
        } catch (ExecutionException unreadable) {
            throw new IOException("what jlink says cannot be read", unreadable.getCause());
        } finally {
            stop(process);
            forget(end);
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

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // Then the hook runs, which is what it is for.
            return;
        }
    }
}
