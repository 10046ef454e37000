package io.whittle.assembler.testing;

import io.whittle.assembler.modules.PathEntry;

import javax.tools.ToolProvider;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars of sources that use other jars: mostly such as have no descriptor. */
public final class PlainJar {
    private final String artifact;
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<PathEntry> others = new ArrayList<>();

    private PlainJar(String artifact) {
        this.artifact = artifact;
    }

    /** A jar {@code <artifact>-1.jar}, labelled {@code test:<artifact>:1}. */
    public static PlainJar plain(String artifact) {
        return new PlainJar(artifact);
    }

    /** Has this class, or descriptor. */
    public PlainJar source(String path, String text) {
        sources.put(path, text);
        return this;
    }

    /** Has this file. */
    public PlainJar file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Has this file. */
    public PlainJar file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Uses these jars. */
    public PlainJar on(PathEntry... jars) {
        others.addAll(List.of(jars));
        return this;
    }

    /** Writes it. */
    public PathEntry in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path classes = folder.resolve(artifact + "-classes");
            compile(folder.resolve(artifact + "-sources"), classes);
            Path jar = folder.resolve(artifact + "-1.jar");
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out);
                    Stream<Path> walk = Files.walk(classes)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    files.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    // The same bytes in each run.
                    entry.setTime(1_600_000_000_000L);
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                }
            }
            return new PathEntry(jar, "test:" + artifact + ":1");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void compile(Path folder, Path classes) throws IOException {
        Files.createDirectories(classes);
        if (sources.isEmpty()) {
            return;
        }
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-proc:none", "-nowarn", "-Xlint:none", "-d", classes + ""));
        if (!others.isEmpty()) {
            String path =
                    others.stream().map(jar -> jar.path().toString()).collect(Collectors.joining(File.pathSeparator));
            arguments.addAll(List.of(sources.containsKey("module-info.java") ? "--module-path" : "--class-path", path));
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("these sources do not compile: " + sources);
        }
    }
}
