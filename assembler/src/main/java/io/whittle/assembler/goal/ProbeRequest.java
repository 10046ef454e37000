package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the goal that probes is asked.
 *
 * @param link how images are linked, and where documents go; its profiles, platforms and accepted state are not looked at
 * @param superset the profile that has what a check may need; asked first
 * @param testPath the project's test classes and what they need; checks that are JUnit classes run on it
 * @param parallelism how many checks run at a time, at least 1
 * @param rows how many rows may be run, at least 1; without it, as many as there are
 * @param minutes after so many no row begins, at least 1; without it, none is too late
 */
public record ProbeRequest(
        LinkRequest link,
        String superset,
        List<Path> testPath,
        int parallelism,
        OptionalInt rows,
        OptionalInt minutes) {
    public ProbeRequest {
        testPath = List.copyOf(testPath);
    }
}
