package io.whittle.assembler.process;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process to start.
 *
 * @param words the command; no shell reads it
 * @param folder in which it runs
 * @param environment all of its variables, beside the mark
 * @param stdout the file that takes its output; made anew
 * @param stderr the file that takes its error output; made anew
 * @param bound how many bytes each of the two takes; what comes after them is counted and dropped
 */
public record ProcessSpec(
        List<String> words, Path folder, SortedMap<String, String> environment, Path stdout, Path stderr, long bound) {
    /** The bound where nobody sets another: 8 MiB. */
    public static final long BOUND = 8L << 20;

    public ProcessSpec {
        words = List.copyOf(words);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
}
