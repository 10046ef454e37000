package io.whittle.graph.catalog;

import java.util.Optional;

/**
 * When a started process may be asked: as soon as all that is given here holds. At least one is given.
 *
 * @param log a regular expression found in one line of its output or error output
 * @param port a port of the check on which the loopback address takes connections
 * @param file a file in the check's own folder that exists
 * @param withinMillis how long that may take, in milliseconds; when empty, as long as the check
 */
public record Readiness(
        Optional<Mention> log, Optional<Mention> port, Optional<Mention> file, Optional<Long> withinMillis) {}
