package io.whittle.assembler.testing;

import io.whittle.assembler.modules.PathEntry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A tiny module, compiled for real: {@code module("acme.dns").requires("acme.net").jar(folder)}. What it requires need
 * not exist, so that every hole a module path can have can be made.
 */
public final class TestModule {
    private final String name;
    private final List<String> directives = new ArrayList<>();
    private final List<String> required = new ArrayList<>();
    private final SortedMap<String, String> classes = new TreeMap<>();
    private final Map<String, byte[]> extra = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private boolean descriptor = true;
    private int release = 17;

    private TestModule(String name) {
        this.name = name;
    }

    /** A module of this name, with nothing in it. */
    public static TestModule module(String name) {
        return new TestModule(name);
    }

    /** Requires other modules. */
    public TestModule requires(String... modules) {
        return required("requires", modules);
    }

    /** Requires other modules at compile time only. */
    public TestModule requiresStatic(String... modules) {
        return required("requires static", modules);
    }

    /** Has a class in this package. */
    public TestModule pkg(String packageName) {
        return type(packageName + ".Something", "");
    }

    /** Provides {@link Runnable}, in this package. */
    public TestModule provides(String packageName) {
        directives.add("provides java.lang.Runnable with " + packageName + ".Task;");
        String text = "package " + packageName + "; public class Task implements Runnable { public void run() {} }";
        classes.put(path(packageName + ".Task"), text);
        return this;
    }

    /** Has this main class; the body is that of its main method. */
    public TestModule main(String className, String body) {
        return type(
                className,
                "public static void main(String[] args) throws Exception { "
                        + "System.setOut(new java.io.PrintStream(System.out, true)); " + body + " }");
    }

    /** Has this class. */
    public TestModule type(String className, String members) {
        int dot = className.lastIndexOf('.');
        classes.put(
                path(className),
                "package " + className.substring(0, dot) + "; public class " + className.substring(dot + 1) + " { "
                        + members + " }");
        return this;
    }

    /** Has no such file, though it is compiled. */
    public TestModule without(String path) {
        gone.add(path);
        return this;
    }

    /** Has this file. */
    public TestModule file(String path, String text) {
        extra.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Has this file. */
    public TestModule file(String path, byte[] bytes) {
        extra.put(path, bytes);
        return this;
    }

    /** Carries what a signature leaves in a jar; it need not be valid to be one. */
    public TestModule signed() {
        return file("META-INF/ACME.SF", "Signature-Version: 1.0\r\n\r\n").file("META-INF/ACME.RSA", "none");
    }

    /** Has no descriptor: its name stands in the manifest. */
    public TestModule automatic() {
        descriptor = false;
        return file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nAutomatic-Module-Name: " + name + "\r\n");
    }

    /** Says that it is compiled for another Java release. */
    public TestModule compiledFor(int javaRelease) {
        release = javaRelease;
        return this;
    }

    /** A jar in the folder, labelled {@code test:<name>:1}. */
    public PathEntry jar(Path folder) {
        return jar(folder, name + "-1.jar", "test:" + name + ":1");
    }

    /** A jar in the folder. */
    public PathEntry jar(Path folder, String fileName, String label) {
        try {
            Files.createDirectories(folder);
            Path jar = folder.resolve(fileName);
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : content().entrySet()) {
                    ZipEntry file = new ZipEntry(entry.getKey());
                    // The same bytes in each run.
                    file.setTime(1_600_000_000_000L);
                    zip.putNextEntry(file);
                    zip.write(entry.getValue());
                }
            }
            return new PathEntry(jar, label);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A folder of classes below the folder. */
    public PathEntry folder(Path parent) {
        try {
            Path root = parent.resolve(name);
            for (Map.Entry<String, byte[]> entry : content().entrySet()) {
                Path file = root.resolve(entry.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
            return new PathEntry(root, "test:" + name + ":1");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, byte[]> content() {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(name + "/module-info.java", "module " + name + " { " + String.join(" ", directives) + " }");
        classes.forEach((path, text) -> sources.put(name + "/" + path, text));
        // The compiler wants to see what is required; nobody else does.
        required.stream()
                .filter(other -> !other.startsWith("java.") && !other.startsWith("jdk."))
                .forEach(other -> sources.put(other + "/module-info.java", "module " + other + " {}"));
        Map<String, byte[]> content = new LinkedHashMap<>(extra);
        Compiler.compile(name, sources).forEach((path, bytes) -> {
            if (descriptor || !path.equals("module-info.class")) {
                content.put(path, withRelease(bytes));
            }
        });
        content.keySet().removeAll(gone);
        return content;
    }

    private byte[] withRelease(byte[] classFile) {
        byte[] copy = classFile.clone();
        ByteBuffer.wrap(copy).putShort(6, (short) (44 + release));
        return copy;
    }

    private TestModule required(String word, String... modules) {
        for (String module : modules) {
            directives.add(word + " " + module + ";");
            required.add(module);
        }
        return this;
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".java";
    }
}
