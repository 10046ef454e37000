package io.whittle.assembler.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Who makes clones: copies that share their blocks on disk with what they are copies of, until one of both is written to. */
interface CloneProgram {
    /**
     * {@code cp} of Linux. Java has no call for it: where {@code Files.copy} clones, from JDK 20 on, it does not say whether it did, and a
     * real copy of what a hard link would do for is no gain.
     */
    CloneProgram CP = (from, to) -> {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        try {
            Process cp = new ProcessBuilder(List.of("cp", "-R", "-P", "--reflink=always", "" + from, "" + to))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return cp.waitFor(1, TimeUnit.MINUTES) && cp.exitValue() == 0;
            } finally {
                // Where it hangs, or nobody waits any more.
                cp.destroyForcibly();
            }
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    };

    /**
     * Clones a file, or a folder with all that is in it; links in it stay links.
     *
     * @param from an absolute path
     * @param to an absolute path; does not exist, while its parent does
     * @return false where it could not; then a part may stand there
     */
    boolean clone(Path from, Path to);
}
