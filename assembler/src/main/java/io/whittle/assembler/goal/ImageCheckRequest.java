package io.whittle.assembler.goal;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the goal that checks images is asked.
 *
 * @param link which images; they are linked where they do not stand as they would be
 * @param checks names of checks; empty for every one
 * @param runners by platform, as its folder is spelt, such as {@code linux-arm64}: the words that go before {@code bin/java} of an
 *     image which this machine does not run by itself
 * @param testPath the project's test classes and what they need; checks that are JUnit classes run on it
 * @param parallelism how many checks run at a time, at least 1
 */
public record ImageCheckRequest(
        LinkRequest link,
        List<String> checks,
        SortedMap<String, List<String>> runners,
        List<Path> testPath,
        int parallelism) {
    public ImageCheckRequest {
        checks = List.copyOf(checks);
        testPath = List.copyOf(testPath);
        SortedMap<String, List<String>> copy = new TreeMap<>();
        runners.forEach((platform, words) -> copy.put(platform, List.copyOf(words)));
        runners = Collections.unmodifiableSortedMap(copy);
    }
}
