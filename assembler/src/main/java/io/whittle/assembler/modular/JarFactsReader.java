package io.whittle.assembler.modular;

import io.whittle.assembler.classpath.ClassNames;
import org.objectweb.asm.ClassReader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Reads what a jar tells of itself. */
final class JarFactsReader {
    private static final String CLASS = ".class";
    private static final String SERVICES = "META-INF/services/";
    private static final String LOADER = "java/util/ServiceLoader";

    /** Where a class file says its version. */
    private static final int VERSION = 6;

    private static final short ONE_THAT_ASM_KNOWS = 52;

    private final JarFile jar;
    private final SortedMap<String, JarEntry> entries = new TreeMap<>();
    private final SortedMap<String, String> named = new TreeMap<>();
    private final Map<String, String> packages = new HashMap<>();
    private final SortedMap<String, SortedMap<String, String>> refused = new TreeMap<>();
    private boolean loadsServices;

    private JarFactsReader(JarFile jar) {
        this.jar = jar;
        jar.versionedStream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> entries.put(entry.getName(), entry));
    }

    /**
     * Reads a jar as a Java release sees it. Linear in its size.
     *
     * @param sha256 of the jar
     *
     * @throws IOException when it cannot be read
     */
    static JarFacts read(Path path, String sha256, int release) throws IOException {
        Runtime.Version version = Runtime.Version.parse(Integer.toString(release));
        // A signature is not verified: it takes longer than to read, and the copy has none.
        try (JarFile jar = new JarFile(new File(path.toString()), false, ZipFile.OPEN_READ, version)) {
            return new JarFactsReader(jar).read(sha256);
        }
    }

    private JarFacts read(String sha256) throws IOException {
        SortedMap<String, Long> classes = new TreeMap<>();
        SortedSet<String> folders = new TreeSet<>();
        SortedSet<String> unnamed = new TreeSet<>();
        for (String path : entries.keySet()) {
            if (!path.endsWith(CLASS)) {
                if (path.indexOf('/') > 0 && PackageName.isLegal(packageOf(path))) {
                    folders.add(packageOf(path));
                }
            } else if (path.indexOf('/') < 0) {
                if (!path.equals("module-info.class")) {
                    unnamed.add(path);
                }
            } else if (PackageName.isLegal(packageOf(path))) {
                classes.put(path, entries.get(path).getCrc());
                open(path).ifPresent(reader -> names(path, reader));
            }
        }
        return new JarFacts(
                sha256,
                classes,
                folders,
                named,
                unnamed,
                services(),
                refused,
                loadsServices,
                entries.keySet().stream().anyMatch(Signature::isFile),
                jar.isMultiRelease());
    }

    private String packageOf(String path) {
        return packages.computeIfAbsent(path.substring(0, path.lastIndexOf('/')), folder -> folder.replace('/', '.'));
    }

    private void names(String path, ClassReader reader) {
        ClassNames.of(reader, name -> {
            loadsServices |= name.equals(LOADER);
            int slash = name.lastIndexOf('/');
            // java.lang is everybody's, and named most.
            if (slash > 0 && !name.startsWith("java/lang/")) {
                named.putIfAbsent(
                        packageOf(name),
                        path.substring(0, path.length() - CLASS.length()).replace('/', '.'));
            }
        });
    }

    /** Empty where the bytes are no class: the JVM minds as soon as it is asked for it, and not before. */
    private Optional<ClassReader> open(String path) throws IOException {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entries.get(path))) {
            bytes = in.readAllBytes();
        }
        if (bytes.length < VERSION + 2) {
            return Optional.empty();
        }
        ByteBuffer.wrap(bytes).putShort(VERSION, ONE_THAT_ASM_KNOWS);
        try {
            return Optional.of(new ClassReader(bytes));
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    private SortedMap<String, List<String>> services() throws IOException {
        SortedMap<String, List<String>> services = new TreeMap<>();
        for (String path : entries.keySet()) {
            if (path.startsWith(SERVICES) && path.indexOf('/', SERVICES.length()) < 0) {
                String service = path.substring(SERVICES.length());
                List<String> providers = providers(path, service);
                if (!providers.isEmpty()) {
                    services.put(service, providers);
                }
            }
        }
        return services;
    }

    private List<String> providers(String path, String service) throws IOException {
        String text;
        try (InputStream in = jar.getInputStream(entries.get(path))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        // Such a file may serve another end: Groovy and others keep settings there.
        if (!PackageName.isLegal(service) || service.indexOf('.') < 0) {
            return List.of();
        }
        Set<String> lines = new LinkedHashSet<>();
        text.lines().map(ServiceLine::provider).forEach(lines::add);
        lines.remove("");
        List<String> providers = new ArrayList<>();
        for (String line : lines) {
            Optional<String> refusal = refusal(line);
            if (refusal.isPresent()) {
                refused.computeIfAbsent(service, none -> new TreeMap<>()).put(line, refusal.get());
            } else {
                providers.add(line);
            }
        }
        return List.copyOf(providers);
    }

    private Optional<String> refusal(String provider) throws IOException {
        String path = provider.replace('.', '/') + CLASS;
        if (!entries.containsKey(path)) {
            return Optional.of(JarFacts.GONE);
        }
        if (path.indexOf('/') < 0) {
            return Optional.of("has no package");
        }
        Optional<ClassReader> reader = open(path);
        return reader.isPresent() ? ProviderClass.refusal(reader.get()) : Optional.of("is no class");
    }
}
