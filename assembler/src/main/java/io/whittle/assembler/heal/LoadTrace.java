package io.whittle.assembler.heal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which modules of an image its JVMs loaded classes from, children of theirs included where they get the same options. */
final class LoadTrace {
    private static final Pattern SOURCE = Pattern.compile("source: jrt:/([\\w.]+)");

    private final Path folder;

    /** @param folder an empty folder, in whose path nothing but letters, digits and hyphens stands between slashes */
    LoadTrace(Path folder) {
        this.folder = folder;
    }

    /** What makes a JVM write a trace. A shared archive would hide whence its classes come. */
    List<String> options() {
        return List.of("-Xshare:off", "-Xlog:class+load:file=" + folder.resolve("%p.log") + "::filecount=0");
    }

    /** Every module that was loaded from since the last call; what a JVM wrote that was killed counts too. */
    Set<String> modules() throws IOException {
        Set<String> modules = new TreeSet<>();
        try (Stream<Path> traces = Files.list(folder)) {
            for (Path trace : (Iterable<Path>) traces.sorted()::iterator) {
                read(trace, modules);
                Files.delete(trace);
            }
        }
        return modules;
    }

    private static void read(Path trace, Set<String> modules) throws IOException {
        // Names of classes may be in any letters; those of modules that matter here are the JDK's and the catalogue's.
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher source = SOURCE.matcher(line);
                if (source.find()) {
                    modules.add(source.group(1));
                }
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }
}
