package io.whittle.graph.catalog;

import java.util.Optional;

/**
 * What a command must answer.
 *
 * @param exit its exit code
 * @param stdout a regular expression found in the whole of its output
 * @param stderr a regular expression found in the whole of its error output
 * @param withinMillis how long it may take, in milliseconds; when empty, as long as the check
 */
public record Expectation(int exit, Optional<Mention> stdout, Optional<Mention> stderr, Optional<Long> withinMillis) {}
