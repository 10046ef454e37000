package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * What the goal that checks images is asked.
 *
 * @param link which images; they are linked where they do not stand as they would be
 * @param checks names of checks; empty for every one
 * @param testPath the project's test classes and what they need; checks that are JUnit classes run on it
 * @param parallelism how many checks run at a time, at least 1
 */
public record ImageCheckRequest(LinkRequest link, List<String> checks, List<Path> testPath, int parallelism) {
    public ImageCheckRequest {
        checks = List.copyOf(checks);
        testPath = List.copyOf(testPath);
    }
}
