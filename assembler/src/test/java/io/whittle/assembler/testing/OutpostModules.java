package io.whittle.assembler.testing;

import com.grack.nanojson.JsonObject;
import com.sun.jna.Native;
import io.whittle.assembler.modules.PathEntry;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;
import picocli.CommandLine;

import javax.tools.ToolProvider;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outpost, compiled from its sources beside this project, so that its build need not come before ours. */
public final class OutpostModules {
    /** The repository's own folder. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private OutpostModules() {}

    /** Its modules and the libraries they use. */
    public static List<PathEntry> compile(Path folder) {
        Path sources = ROOT.resolve("runtime-modules");
        List<Path> libraries = Stream.of(
                        CommandLine.class, JsonObject.class, Native.class, Message.class, LoggerFactory.class)
                .map(OutpostModules::jar)
                .toList();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-nowarn", "-Xlint:none"));
        arguments.addAll(List.of("-g:source,lines", "-d", folder.toString()));
        arguments.addAll(List.of(
                "--module-path",
                libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        List<PathEntry> modules = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Stream<Path> projects = Files.list(sources)) {
            for (Path project : (Iterable<Path>) projects.sorted()::iterator) {
                Path java = project.resolve("src/main/java");
                if (Files.exists(java.resolve("module-info.java"))) {
                    String module = name(java.resolve("module-info.java"));
                    arguments.addAll(List.of("--module-source-path", module + "=" + java));
                    names.add(module);
                    copy(project.resolve("src/main/resources"), folder.resolve(module));
                    modules.add(new PathEntry(folder.resolve(module), "outpost:" + module, true));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        arguments.addAll(List.of("--module", String.join(",", names)));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("Outpost does not compile");
        }
        libraries.forEach(jar -> modules.add(new PathEntry(jar, label(jar))));
        return modules;
    }

    /** By its coordinates, which the catalogue may have a rule for: a repository's folders are its group, name and version. */
    private static String label(Path jar) {
        Path version = jar.getParent();
        Path artifact = version.getParent();
        return (artifact.endsWith("net/java/dev/jna/jna-jpms") ? "net.java.dev.jna:" : "library:")
                + artifact.getFileName() + ":" + version.getFileName();
    }

    private static void copy(Path resources, Path module) throws IOException {
        if (!Files.isDirectory(resources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = module.resolve(resources.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String name(Path descriptor) throws IOException {
        return Files.readString(descriptor)
                .lines()
                .filter(line -> line.startsWith("module "))
                .map(line -> line.substring("module ".length()).replaceAll("[ {].*", ""))
                .findFirst()
                .orElseThrow();
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
