/**
 * Log lines and where they go. A feature may take them all by publishing a {@code LogSink}; otherwise they go to stderr.
 * Which lines are worth keeping is not decided here.
 */
package outpost.core.log;
