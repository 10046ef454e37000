package io.whittle.assembler.testing;

import javax.tools.ToolProvider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Compiles one module for Java 17; the same sources are compiled once in a test run. */
final class Compiler {
    private static final Map<Map<String, String>, SortedMap<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    private Compiler() {}

    /**
     * Compiles.
     *
     * @param module the module whose classes are wanted
     * @param sources text by path, each below a folder with its module's name
     * @return class files by path in the module
     */
    static SortedMap<String, byte[]> compile(String module, SortedMap<String, String> sources) {
        return COMPILED.computeIfAbsent(sources, texts -> fresh(module, texts));
    }

    private static SortedMap<String, byte[]> fresh(String module, Map<String, String> sources) {
        try {
            Path work = Files.createTempDirectory("compile");
            List<String> arguments = new ArrayList<>(
                    List.of("--release", "17", "-proc:none", "-nowarn", "-Xlint:none", "-d", work + "/classes"));
            arguments.addAll(List.of("--module-source-path", work + "/src"));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = work.resolve("src").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
                arguments.add(file.toString());
            }
            int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (exit != 0) {
                throw new IllegalStateException("these sources do not compile: " + sources);
            }
            SortedMap<String, byte[]> classes = read(work.resolve("classes").resolve(module));
            delete(work);
            return classes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
