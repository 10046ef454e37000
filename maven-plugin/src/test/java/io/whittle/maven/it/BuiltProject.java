package io.whittle.maven.it;

import io.whittle.graph.catalog.Platform;
import tools.jackson.databind.ObjectMapper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A project that the invoker has built, and the same Maven to build it again. */
public final class BuiltProject {
    private final File folder;
    private final SameMaven maven;

    private BuiltProject(File folder, SameMaven maven) {
        this.folder = folder;
        this.maven = maven;
    }

    /** The project whose script has these variables: those of the invoker, and those that the pom of the plugin adds. */
    public static BuiltProject of(Map<String, ?> script) {
        return new BuiltProject((File) script.get("basedir"), SameMaven.of(script));
    }

    /** The same Maven in another folder, such as that of a module. */
    public BuiltProject in(File other) {
        return new BuiltProject(other, maven);
    }

    /** The same project, built in another locale. */
    public BuiltProject withLocale(String locale) {
        return new BuiltProject(folder, maven.withEnvironment(Map.of("LC_ALL", locale)));
    }

    /** The same project, built with a variable of the environment. */
    public BuiltProject withVariable(String name, String value) {
        return new BuiltProject(folder, maven.withEnvironment(Map.of(name, value)));
    }

    /** The same project, built by a shell script that runs Maven as {@code "$@"}. */
    public BuiltProject throughShell(String script) {
        return new BuiltProject(folder, maven.behind(List.of("sh", "-c", script, "sh")));
    }

    /** A file or folder in it; a groovier type than Path. */
    public File file(String name) {
        return new File(folder, name);
    }

    /** What the invoker's builds of it said, one after the other. */
    public BuildLog log() throws IOException {
        return BuildLog.of(file("build.log").toPath());
    }

    /** The folder of what was made for a profile on this machine's platform. */
    public File output(String profile) {
        return file("target/whittle/" + profile + "/" + Platform.host().folder());
    }

    /** Names of files and folders in the output for a profile; none when there is no output. */
    public SortedSet<String> outputNames(String profile) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        Path output = output(profile).toPath();
        if (Files.isDirectory(output)) {
            try (Stream<Path> files = Files.list(output)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }

    /** The image of a profile. */
    public LinkedImage image(String profile) {
        return new LinkedImage(output(profile).toPath().resolve("image"));
    }

    /** A document that was written for a profile, as maps and lists. */
    public Map<?, ?> document(String profile, String name) {
        return new ObjectMapper().readValue(new File(output(profile), name), Map.class);
    }

    /** Builds it again, to the end. */
    public MavenRun maven(String... arguments) throws IOException, InterruptedException {
        Path log = maven.nextLog();
        int exit = Execution.exitOf(maven.start(folder, log, List.of(arguments)));
        return new MavenRun(exit, BuildLog.of(log));
    }

    /** Begins to build it again; the process is Maven's own JVM, and heeds SIGINT where {@link #heedsInterrupts} says so. */
    public Process start(String... arguments) throws IOException, InterruptedException {
        return maven.behind(Interrupts.heeded()).start(folder, maven.nextLog(), List.of(arguments));
    }

    /** Whether what is started heeds SIGINT, though the tests themselves may not. */
    public boolean heedsInterrupts() throws IOException, InterruptedException {
        return Interrupts.areHeeded();
    }
}
