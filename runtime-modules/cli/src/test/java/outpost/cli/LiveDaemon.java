package outpost.cli;

import picocli.CommandLine;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * outpostd as a process of its own, started from the modules this test runs with; features can be left out as an image would leave
 * them out.
 */
final class LiveDaemon implements Closeable {
    /** How a process ended. */
    record Ended(int exitCode, String out, String err) {}

    /**
     * What a shell starts in the background ignores SIGINT, and so does everything below it, also a JVM. env of GNU undoes that, and
     * becomes what it starts.
     */
    private static final List<String> HEED_SIGINT = List.of("env", "--default-signal=INT");

    /** Whether the daemon surely heeds SIGINT, whatever started the tests. */
    static final boolean SIGINT_HEEDED = works(HEED_SIGINT);

    private final Path folder;
    private final Process process;

    private LiveDaemon(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts outpostd with everything it keeps in that folder, and waits until it says that it listens. */
    static LiveDaemon start(Path folder, String... withoutModules) throws IOException, InterruptedException {
        Process process = process(folder, socket(folder), withoutModules);
        Path out = folder.resolve("out");
        while (process.isAlive() && !Files.readString(out).contains("\n")) {
            Thread.sleep(10);
        }
        return new LiveDaemon(folder, process);
    }

    /** Starts outpostd on the socket of another one, where it is expected to end by itself. */
    static Ended runToItsEnd(Path folder, Path other) throws IOException, InterruptedException {
        return ended(folder, process(folder, socket(other)));
    }

    static Path socket(Path folder) {
        return folder.resolve("s");
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Sends SIGTERM and waits. */
    Ended terminate() throws IOException, InterruptedException {
        process.destroy();
        return ended(folder, process);
    }

    /** Sends SIGINT and waits. */
    Ended interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        return ended(folder, process);
    }

    /** Sends SIGKILL and waits. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Runs one command of outpost against this daemon's socket, in this process. */
    static Ended outpost(Path folder, String... words) {
        return outpost(folder, new StringWriter(), words);
    }

    /** The same; what it says on standard error can be read while it runs. */
    static Ended outpost(Path folder, StringWriter err, String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        if (!args.get(0).equals("version")) {
            args.addAll(1, List.of("--socket", socket(folder).toString()));
        }
        return run(args, err);
    }

    /** Runs the command line with these words and no others. */
    static Ended run(List<String> args) {
        return run(args, new StringWriter());
    }

    private static Ended run(List<String> args, StringWriter err) {
        StringWriter out = new StringWriter();
        CommandLine line =
                Outpost.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = line.execute(args.toArray(String[]::new));
        return new Ended(exitCode, out.toString(), err.toString());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Process process(Path folder, Path socket, String... withoutModules) throws IOException {
        List<String> command = new ArrayList<>(SIGINT_HEEDED ? HEED_SIGINT : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-p",
                modulePath(withoutModules),
                "-m",
                "outpost.daemon/outpost.daemon.Outpostd",
                "--socket=" + socket,
                "--state=" + folder.resolve("state"),
                "--netmap=" + folder.resolve("netmap.json")));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** Explicit modules only, from wherever the test got them: the daemon is not required by the command line. */
    private static String modulePath(String... withoutFeatures) {
        Set<String> without = Stream.of(withoutFeatures).map("outpost."::concat).collect(Collectors.toSet());
        String places = System.getProperty("jdk.module.path") + ":" + System.getProperty("java.class.path");
        return Stream.of(places.split(":"))
                .map(Path::of)
                .filter(Files::exists)
                .filter(place -> ModuleFinder.of(place).findAll().stream()
                        .map(ModuleReference::descriptor)
                        .anyMatch(found -> !found.isAutomatic() && !without.contains(found.name())))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Ended ended(Path folder, Process process) throws IOException, InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(
                    "outpostd did not end: " + Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
        }
        return new Ended(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }
}
