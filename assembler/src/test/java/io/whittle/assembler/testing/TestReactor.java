package io.whittle.assembler.testing;

import io.whittle.assembler.modules.PathEntry;

import javax.tools.ToolProvider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Several modules that see one another, compiled for real in one call:
 * {@code new TestReactor().module("acme.dns", "requires acme.net;").type("acme.dns", "acme.dns.Dns", "...")}.
 */
public final class TestReactor {
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final SortedSet<String> modules = new TreeSet<>();

    /** Has this module, with these words in its descriptor. */
    public TestReactor module(String name, String directives) {
        modules.add(name);
        sources.put(name + "/module-info.java", "module " + name + " {\n" + directives + "\n}\n");
        return this;
    }

    /** Has this class; the text follows the line of its package. */
    public TestReactor type(String module, String className, String text) {
        int dot = className.lastIndexOf('.');
        sources.put(
                module + "/" + className.replace('.', '/') + ".java",
                "package " + className.substring(0, dot) + ";\n" + text);
        return this;
    }

    /** Has this file. */
    public TestReactor file(String module, String path, String text) {
        files.put(module + "/" + path, text);
        return this;
    }

    /** A folder of classes for each module below the folder, in the order of their names, as the own build's. */
    public List<PathEntry> folders(Path parent) {
        try {
            List<String> arguments = new ArrayList<>(
                    List.of("--release", "17", "-proc:none", "-nowarn", "-Xlint:none", "-g:source,lines"));
            arguments.addAll(List.of("-d", parent + "/classes", "--module-source-path", parent + "/src"));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                arguments.add(write(parent.resolve("src").resolve(source.getKey()), source.getValue()));
            }
            int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (exit != 0) {
                throw new IllegalStateException("these sources do not compile: " + sources);
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(parent.resolve("classes").resolve(file.getKey()), file.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return modules.stream()
                .map(name -> new PathEntry(parent.resolve("classes").resolve(name), "test:" + name + ":1", true))
                .toList();
    }

    private static String write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
