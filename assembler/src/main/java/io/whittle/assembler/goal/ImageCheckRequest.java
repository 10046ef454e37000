package io.whittle.assembler.goal;

import io.whittle.assembler.check.TestProgram;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the goal that checks images is asked.
 *
 * @param link which images; they are linked where they do not stand as they would be
 * @param checks names of checks; empty for every one
 * @param runners by platform, as the catalogue spells it: the words that go before {@code bin/java} of an image which this machine does
 *     not run by itself
 * @param tests what runs checks that are JUnit classes; without it these are not run, and fail
 * @param parallelism how many checks run at a time, at least 1
 */
public record ImageCheckRequest(
        LinkRequest link,
        List<String> checks,
        SortedMap<String, List<String>> runners,
        Optional<TestProgram> tests,
        int parallelism) {
    public ImageCheckRequest {
        checks = List.copyOf(checks);
        SortedMap<String, List<String>> copy = new TreeMap<>();
        runners.forEach((platform, words) -> copy.put(platform, List.copyOf(words)));
        runners = Collections.unmodifiableSortedMap(copy);
    }
}
