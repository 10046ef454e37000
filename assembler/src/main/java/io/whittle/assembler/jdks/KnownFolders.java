package io.whittle.assembler.jdks;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where JDKs usually are on a machine: in variables of the environment, and where systems and tools install them. */
final class KnownFolders {
    private static final List<String> PARENTS = List.of(
            "/usr/lib/jvm", "/usr/java", "/opt/java", "/Library/Java/JavaVirtualMachines", "C:/Program Files/Java");
    private static final List<String> PARENTS_OF_USER = List.of(".sdkman/candidates/java", ".jdks");

    private KnownFolders() {}

    /** JDKs with a jlink, each once, those of variables first; a JDK that has several names is found by the first. */
    static List<Path> find(Map<String, String> environment, Path user) {
        Set<Path> candidates = new LinkedHashSet<>();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME")) {
                add(candidates, value);
            }
        });
        PARENTS.forEach(parent -> addInner(candidates, parent));
        PARENTS_OF_USER.forEach(
                parent -> addInner(candidates, user.resolve(parent).toString()));
        Set<Path> real = new LinkedHashSet<>();
        for (Path candidate : candidates) {
            try {
                Path home = JdkFolder.in(candidate);
                if (Files.exists(home.resolve("bin/jlink")) || Files.exists(home.resolve("bin/jlink.exe"))) {
                    real.add(home.toRealPath());
                }
            } catch (IOException unreadable) {
                // No JDK that this user can use.
                continue;
            }
        }
        return List.copyOf(real);
    }

    private static void addInner(Set<Path> candidates, String parent) {
        Set<Path> inner = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(parent), Files::isDirectory)) {
            folders.forEach(inner::add);
        } catch (IOException | DirectoryIteratorException | InvalidPathException notThere) {
            return;
        }
        candidates.addAll(inner);
    }

    private static void add(Set<Path> candidates, String folder) {
        try {
            candidates.add(Path.of(folder));
        } catch (InvalidPathException none) {
            return;
        }
    }
}
