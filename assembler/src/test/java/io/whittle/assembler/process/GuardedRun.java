package io.whittle.assembler.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that starts processes under guard, says their mark, and waits to be killed. */
final class GuardedRun {
    private GuardedRun() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Guard guard = Guard.open(Files.createDirectory(folder.resolve("scratch")));
        RunningProcess process = guard.group()
                .start(new ProcessSpec(
                        List.of("sh", "-c", "setsid sh -c 'sleep 300; :' & sleep 300 & echo $WHITTLE_MARK; wait"),
                        folder,
                        CleanEnvironment.of(System.getenv(), folder),
                        folder.resolve("out.txt"),
                        folder.resolve("err.txt"),
                        ProcessSpec.BOUND));
        process.await(300_000);
    }
}
