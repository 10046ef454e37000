package io.whittle.assembler.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes that nobody here wrote, of several compilers and ages: those of some jars of the tests' own class path. */
public final class RealClasses {
    private static final List<String> JARS = List.of("asm-tree", "commons-compress", "freemarker", "logicng");

    private RealClasses() {}

    /** What their files hold. */
    public static List<byte[]> bytes() throws IOException {
        List<byte[]> classes = new ArrayList<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                    if (entry.getName().endsWith(".class")) {
                        classes.add(file.getInputStream(entry).readAllBytes());
                    }
                }
            }
        }
        assertThat(classes).hasSizeGreaterThan(1_000);
        return classes;
    }

    private static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> JARS.stream()
                        .anyMatch(name -> path.getFileName().toString().startsWith(name)))
                .toList();
    }
}
