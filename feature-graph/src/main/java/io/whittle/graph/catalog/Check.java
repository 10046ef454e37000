package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A check that starts the linked image and asks it something.
 *
 * @param name its name, at the place of its key
 * @param summary one line for people
 * @param with features the check itself needs
 * @param when the platforms on which it is asked; {@link PlatformCondition#ALWAYS} when the file says nothing
 * @param surroundings what its processes find
 * @param start the process that is started first
 * @param ask how the image is asked
 * @param withinMillis how long all of one attempt may take, in milliseconds
 * @param attempts how often it is tried at most; 1: a failure is not tried again
 */
public record Check(
        Mention name,
        Optional<String> summary,
        List<Mention> with,
        PlatformCondition when,
        Surroundings surroundings,
        Optional<Start> start,
        Ask ask,
        long withinMillis,
        int attempts) {
    /** The limit of a check that sets none, in milliseconds. */
    public static final long WITHIN_MILLIS = 60_000;

    public Check {
        with = List.copyOf(with);
    }

    /** The same, with so many milliseconds for an attempt. */
    public Check within(long millis) {
        return new Check(name, summary, with, when, surroundings, start, ask, millis, attempts);
    }

    /** The same, tried so often at most. */
    public Check tried(int times) {
        return new Check(name, summary, with, when, surroundings, start, ask, withinMillis, times);
    }
}
