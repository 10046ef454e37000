package io.whittle.assembler.cds;

import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.process.CleanEnvironment;
import io.whittle.assembler.process.Guard;
import io.whittle.assembler.process.ProcessGroup;
import io.whittle.assembler.process.ProcessSpec;
import io.whittle.assembler.process.RunningProcess;
import io.whittle.graph.catalog.Os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The JVM of an image, run to its end in a folder of its own. */
final class ImageJava {
    /** Far more than it ever takes, under an emulator on a busy machine too. */
    private static final long LIMIT_MINUTES = 10;

    private final Path program;
    private final List<String> runner;
    private final Guard guard;
    private final Path scratch;
    private final Consumer<String> detail;

    /**
     * What came of a run.
     *
     * @param text all that was written, in the order of the two streams
     */
    record Said(int exit, String text) {
        /** Its last lines, for a message. */
        String end() {
            List<String> lines = text.strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        }
    }

    /**
     * The JVM of an image.
     *
     * @param runner goes before {@code bin/java} where this machine does not run it by itself
     * @param guard no process outlives it
     * @param scratch the folder in which it runs
     * @param detail takes each command
     */
    ImageJava(Path image, Os os, List<String> runner, Guard guard, Path scratch, Consumer<String> detail) {
        this.program = image.resolve(os == Os.WINDOWS ? "bin/java.exe" : "bin/java");
        this.runner = List.copyOf(runner);
        this.guard = guard;
        this.scratch = scratch;
        this.detail = detail;
    }

    /** The folder in which it runs. */
    Path scratch() {
        return scratch;
    }

    /**
     * Runs it with these words.
     *
     * @throws LinkException when it cannot be started, or does not end
     */
    Said run(List<String> words) throws LinkException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(runner);
        command.add(program.toAbsolutePath().toString());
        command.addAll(words);
        String shown = String.join(" ", command);
        detail.accept(shown);
        ProcessSpec spec = new ProcessSpec(
                command,
                scratch,
                CleanEnvironment.of(System.getenv(), scratch),
                scratch.resolve("java.out"),
                scratch.resolve("java.err"),
                ProcessSpec.BOUND);
        try (ProcessGroup group = guard.group()) {
            RunningProcess process = start(group, spec, shown);
            OptionalInt exit = process.await(TimeUnit.MINUTES.toMillis(LIMIT_MINUTES));
            if (exit.isEmpty()) {
                throw new LinkException(
                        "The image's JVM did not end within " + LIMIT_MINUTES + " minutes, and was killed:\n    "
                                + shown + "\n  Write cds: none, or link on a machine that is quicker.");
            }
            return new Said(exit.getAsInt(), text(spec.stdout()) + text(spec.stderr()));
        }
    }

    private static RunningProcess start(ProcessGroup group, ProcessSpec spec, String shown) throws LinkException {
        try {
            return group.start(spec);
        } catch (IOException refused) {
            throw new LinkException("The image's JVM cannot be started: " + refused.getMessage() + ".\n    " + shown
                    + "\n  Is what runs it installed? runners in the pom names it; or write cds: none.");
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
