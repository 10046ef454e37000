package io.whittle.maven.it;

import java.util.concurrent.TimeUnit;

/** Waits for a process that a test started, and for no other; one that does not end is killed and fails the test. */
final class Execution {
    private static final long LIMIT_SECONDS = 180;

    private Execution() {}

    static int exitOf(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + process.info());
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
