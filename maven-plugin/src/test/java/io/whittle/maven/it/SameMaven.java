package io.whittle.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maven as the invoker ran it: same installation, settings, repository and Java.
 *
 * @param script the variables of a script of the invoker
 * @param before words of the command that come before Maven
 * @param environment variables that differ from this process's
 */
record SameMaven(Map<String, ?> script, List<String> before, Map<String, String> environment) {
    SameMaven {
        before = List.copyOf(before);
        environment = Map.copyOf(environment);
    }

    static SameMaven of(Map<String, ?> script) {
        return new SameMaven(script, List.of(), Map.of());
    }

    SameMaven withEnvironment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new SameMaven(script, before, all);
    }

    SameMaven behind(List<String> words) {
        return new SameMaven(script, words, environment);
    }

    /** A file for the next log, beside that of the invoker. */
    Path nextLog() {
        Path basedir = ((File) script.get("basedir")).toPath();
        int number = 2;
        while (Files.exists(basedir.resolve("build-" + number + ".log"))) {
            number++;
        }
        return basedir.resolve("build-" + number + ".log");
    }

    Process start(File folder, Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        String program = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        command.add(Path.of(variable("mavenHome"), "bin", program).toString());
        command.addAll(List.of("--batch-mode", "--settings", variable("settings")));
        // Mirrors and proxies of this machine's user, which the invoker merges.
        if (Files.exists(Path.of(variable("userSettings")))) {
            command.addAll(List.of("--global-settings", variable("userSettings")));
        }
        command.add("-Dmaven.repo.local=" + variable("localRepositoryPath"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", variable("mavenOpts"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private String variable(String name) {
        return String.valueOf(script.get(name));
    }
}
