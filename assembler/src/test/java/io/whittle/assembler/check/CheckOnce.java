package io.whittle.assembler.check;

import java.nio.file.Path;
import java.util.TreeMap;

/** A program that runs one check, to be killed in the middle. */
final class CheckOnce {
    private CheckOnce() {}

    public static void main(String[] args) throws Exception {
        ScriptedImage image = new ScriptedImage(Path.of(args[0]));
        CheckReports.write(image.all(args[1]), new TreeMap<>(), image.dir);
    }
}
