package io.whittle.assembler.check;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A program that runs one check, to be ended in the middle; one that is asked to end does so late enough to write what it may. */
final class CheckOnce {
    private CheckOnce() {}

    public static void main(String[] args) throws Exception {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                main.join(TimeUnit.SECONDS.toMillis(30));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }));
        ScriptedImage image = new ScriptedImage(Path.of(args[0]));
        CheckReports.write(image.all(args[1]), new TreeMap<>(), image.dir);
    }
}
