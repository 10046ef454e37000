package io.whittle.assembler.link;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The jlink of a build that was killed. It outlives that build, which had no time to end it, and goes on writing into an
 * image that nobody waits for.
 */
final class OrphanedJlink {
    private static final int LIMIT_SECONDS = 10;

    private OrphanedJlink() {}

    /**
     * Ends the process that was told to write its image into this folder, and waits for its end. To be called only where
     * no living build links into the folder. On a system that does not tell the arguments of processes nothing is done.
     */
    static void end(Path unfinished) {
        ProcessHandle.allProcesses()
                .filter(process -> writes(process.info(), unfinished.toString()))
                .filter(ProcessHandle::destroyForcibly)
                .forEach(process -> process.onExit()
                        .completeOnTimeout(process, LIMIT_SECONDS, TimeUnit.SECONDS)
                        .join());
    }

    // Linux tells the head of a long command line only, and then not word by word; jlink's begins with its output.
    private static boolean writes(ProcessHandle.Info process, String output) {
        return process.arguments()
                .map(words -> {
                    int at = List.of(words).indexOf(JlinkArguments.OUTPUT);
                    return at >= 0 && at + 1 < words.length && words[at + 1].equals(output);
                })
                .or(() -> process.commandLine()
                        .map(line -> line.contains(" " + JlinkArguments.OUTPUT + " " + output + " ")))
                .orElse(false);
    }
}
