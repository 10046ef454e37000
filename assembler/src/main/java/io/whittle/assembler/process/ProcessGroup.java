package io.whittle.assembler.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Processes that end together, with all that they started. For one thread at a time. */
public final class ProcessGroup implements AutoCloseable {
    private final Mark mark;
    private final int number;
    private final List<ProcessHandle> started = new ArrayList<>();

    ProcessGroup(Mark run, int number) {
        this.mark = run.part(number);
        this.number = number;
    }

    /**
     * Starts a process of the group.
     *
     * @throws IOException when there is no such program, or the system refuses it
     */
    public RunningProcess start(ProcessSpec spec) throws IOException {
        RunningProcess process = RunningProcess.start(spec, mark);
        started.add(process.handle());
        return process;
    }

    /**
     * Starts a process of the group that is talked with.
     *
     * @param words the command; no shell reads it
     * @param folder in which it runs
     * @param environment all of its variables, beside the mark
     * @throws IOException when there is no such program, or the system refuses it
     */
    public Conversation talk(List<String> words, Path folder, SortedMap<String, String> environment)
            throws IOException {
        Conversation conversation = Conversation.start(words, folder, environment, mark);
        started.add(conversation.handle());
        return conversation;
    }

    /** Kills all of them that live, also what left the tree of processes; says how many there were. */
    public int kill() {
        return Leftovers.kill(mark, started);
    }

    /** A short name that no other group of the run has. */
    public String name() {
        return Integer.toString(number);
    }

    Mark mark() {
        return mark;
    }

    @Override
    public void close() {
        kill();
    }
}
