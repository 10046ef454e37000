package io.whittle.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An image on this machine's own platform.
 *
 * @param folder the image
 */
public record LinkedImage(Path folder) {
    /** What a program of its {@code bin} prints, without the end of its last line; fails unless it exits with 0. */
    public String run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("bin").resolve(program).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = Execution.exitOf(process);
        if (exit != 0) {
            throw new AssertionError(command + " exited with " + exit + " and said:\n" + said);
        }
        return said;
    }

    /** The modules that are in it, as its own JVM lists them. */
    public Set<String> modules() throws IOException, InterruptedException {
        Set<String> modules = new TreeSet<>();
        run("java", "--list-modules").lines().forEach(line -> modules.add(line.replaceFirst("@.*", "")));
        return modules;
    }

    /** A sign that changes whenever the image is linked again. */
    public String stamp() throws IOException {
        Path modules = folder.resolve("lib/modules");
        return Files.size(modules) + " bytes of " + Files.getLastModifiedTime(modules);
    }
}
