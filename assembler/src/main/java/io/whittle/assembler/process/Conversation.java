package io.whittle.assembler.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** A process that is asked through a pipe, and answers through another. What it writes as errors nobody reads. */
public final class Conversation {
    private final Process process;

    private Conversation(Process process) {
        this.process = process;
    }

    static Conversation start(List<String> words, Path folder, SortedMap<String, String> environment, Mark mark)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put(Mark.VARIABLE, mark.text());
        return new Conversation(builder.start());
    }

    /** Takes what it is asked. */
    public OutputStream questions() {
        return process.getOutputStream();
    }

    /** Has what it answers. */
    public InputStream answers() {
        return process.getInputStream();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, and what it started, and waits for its end. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }
}
