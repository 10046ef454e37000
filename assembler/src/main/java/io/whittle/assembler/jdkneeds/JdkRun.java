package io.whittle.assembler.jdkneeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs {@link Interview} in a JDK, in a process of its own that does not outlive the call, nor this JVM. */
final class JdkRun {
    /** More than any JDK has to say; a bound, so that what is no JDK cannot fill the memory. */
    private static final int OUTPUT_LIMIT = 16 << 20;

    /** What a pipe may still hold when its process is gone. */
    private static final int DRAIN_SECONDS = 10;

    /** Options of a JVM that a user sets for others: an agent or a property in them would answer in the JDK's place. */
    private static final List<String> OTHERS_OPTIONS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** A JVM that lives for a third of a second earns nothing by optimizing. One that does not know these passes over them. */
    private static final List<String> OPTIONS = List.of(
            "-Duser.language=en", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path java;
    private final Path classes;
    private final Duration limit;

    /**
     * Prepares to ask.
     *
     * @param home the JDK
     * @param classes a folder that holds the class of the interview
     * @param limit how long one run may take
     */
    JdkRun(Path home, Path classes, Duration limit) throws UnaskableException, IOException {
        this.java = Stream.of("java", "java.exe")
                .map(name -> home.resolve("bin").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new UnaskableException("has no bin/java"));
        // Not left to the start: what the system refuses as a program Java hands to a shell, which would read it as a
        // script.
        if (!ProgramHead.of(java).runsWhere(ProgramHead.ofThisJvm())) {
            throw new UnaskableException("is for another platform and does not run on this machine");
        }
        this.classes = classes;
        this.limit = limit;
    }

    /** The lines that the interview prints, for options of the JVM and arguments of the interview. */
    List<String> lines(List<String> options, List<String> arguments)
            throws UnaskableException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", classes.toString(), InterviewClass.NAME));
        command.addAll(arguments);
        Process process = start(command);
        Thread end = new Thread(process::destroyForcibly, "end of the JDK that is asked");
        try {
            Runtime.getRuntime().addShutdownHook(end);
            FutureTask<String> output = read(process.getInputStream());
            FutureTask<String> errors = read(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnaskableException("did not answer within " + limit.toSeconds() + " s");
            }
            String said = output.get(DRAIN_SECONDS, TimeUnit.SECONDS);
            String complained = errors.get(DRAIN_SECONDS, TimeUnit.SECONDS).strip();
            if (process.exitValue() != 0) {
                throw new UnaskableException("ended with " + process.exitValue() + " when it was asked"
                        + (complained.isEmpty() ? "" : ": " + complained));
            }
            return said.lines().toList();
        } catch (ExecutionException unreadable) {
            throw new IOException("what " + java + " says cannot be read", unreadable.getCause());
        } catch (TimeoutException held) {
            throw new UnaskableException("ended and left its output open");
        } finally {
            stop(process);
            forget(end);
        }
    }

    private static Process start(List<String> command) throws UnaskableException {
        ProcessBuilder builder = new ProcessBuilder(command);
        OTHERS_OPTIONS.forEach(builder.environment()::remove);
        try {
            return builder.start();
        } catch (IOException refused) {
            throw new UnaskableException("cannot be started here: " + refused.getMessage());
        }
    }

    // By another thread: who reads a pipe cannot be interrupted, and a pipe that nobody reads stops its writer.
    private static FutureTask<String> read(InputStream pipe) {
        FutureTask<String> text = new FutureTask<>(() -> {
            byte[] head = pipe.readNBytes(OUTPUT_LIMIT);
            pipe.transferTo(OutputStream.nullOutputStream());
            return new String(head, StandardCharsets.UTF_8);
        });
        Thread reader = new Thread(text, "output of the JDK that is asked");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static void stop(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        started.forEach(child -> child.onExit()
                .completeOnTimeout(child, DRAIN_SECONDS, TimeUnit.SECONDS)
                .join());
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
