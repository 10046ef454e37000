package io.whittle.assembler.testing;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.graph.catalog.Platform;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** JDKs for tests: a small one on paper, whose version never changes, and the one that runs. */
public final class TestJdk {
    private TestJdk() {}

    private static final Platform PLATFORM = Platform.parse("linux/amd64");

    /** Its version is 17.0.99; it is for linux/amd64 and cannot link. */
    public static TargetJdk onPaper(Path folder) {
        return onPaper(folder, 17, true);
    }

    /** A JDK of a feature version, with jmods or without; it cannot link. */
    public static TargetJdk onPaper(Path folder, int featureVersion, boolean jmods) {
        Path home = folder.resolve("jdk-" + featureVersion);
        String version = featureVersion + ".0.99";
        try {
            Files.createDirectories(home.resolve("jmods"));
            Files.createDirectories(home.resolve("lib"));
            Files.write(home.resolve("lib/modules"), new byte[0]);
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Acme\"\nJAVA_VERSION=\"" + version + "\"\n");
            program(home, "jlink", "#!/bin/sh\nexit 1\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        SortedMap<String, ModuleDescriptor> modules = new TreeMap<>();
        modules.put("java.base", base());
        add(modules, "java.compiler", "javax.tools");
        add(modules, "java.desktop", "java.awt", "java.logging");
        add(modules, "java.logging", "java.util.logging");
        add(modules, "java.sql", "javax.sql", "java.logging");
        add(modules, "jdk.jlink", "jdk.tools.jlink");
        add(modules, "jdk.localedata", "sun.util.resources.provider");
        TargetJdk jdk = new TargetJdk(
                home,
                version,
                featureVersion,
                Optional.of("Acme"),
                jmods ? Optional.of(home.resolve("jmods")) : Optional.empty(),
                modules,
                List.of());
        return withJava(jdk, TestElf.program(PLATFORM));
    }

    /** Gives a JDK on paper another {@code java}: packaged where it has jmods, in its own bin where it has none. */
    public static TargetJdk withJava(TargetJdk jdk, byte[] java) {
        try {
            if (jdk.jmods().isEmpty()) {
                program(jdk.home(), "java", java);
                return jdk;
            }
            Path jmod = Files.createDirectories(jdk.jmods().get()).resolve("java.base.jmod");
            try (OutputStream file = Files.newOutputStream(jmod)) {
                file.write(new byte[] {'J', 'M', 1, 0});
                ZipOutputStream zip = new ZipOutputStream(file);
                zip.putNextEntry(new ZipEntry("bin/java"));
                zip.write(java);
                zip.finish();
            }
            return jdk;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Puts a program into a JDK's bin. */
    public static void program(Path home, String name, byte[] content) throws IOException {
        Path program = Files.write(Files.createDirectories(home.resolve("bin")).resolve(name), content);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** The home of the JDK that runs these tests. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The JDK that runs these tests. */
    public static TargetJdk running() {
        return Running.JDK;
    }

    /** The JDK that runs these tests on paper, with another jlink. */
    public static TargetJdk runningWith(Path home, String jlink) throws IOException {
        TargetJdk running = running();
        program(home, "jlink", jlink.getBytes(StandardCharsets.UTF_8));
        Files.copy(running.home().resolve("release"), home.resolve("release"), StandardCopyOption.REPLACE_EXISTING);
        return new TargetJdk(
                home,
                running.version(),
                running.featureVersion(),
                running.implementor(),
                Optional.empty(),
                running.modules(),
                List.of());
    }

    /**
     * The JDK that runs these tests, and others for tests that compare versions: a JDK of another feature version that stands
     * beside it, and what {@code -Dtest.jdks} names (folders, parted as on a path).
     */
    public static List<TargetJdk> installed() {
        SortedMap<Integer, TargetJdk> found = new TreeMap<>();
        found.put(running().featureVersion(), running());
        Stream<Path> named = Stream.of(System.getProperty("test.jdks", "").split(File.pathSeparator))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
        Stream.concat(named, beside(home()).stream()).forEach(folder -> {
            try {
                TargetJdk jdk = TargetJdk.at(folder);
                found.putIfAbsent(jdk.featureVersion(), jdk);
            } catch (UnusableJdkException another) {
                System.out.println("not tested with: " + another.getMessage());
            }
        });
        return List.copyOf(found.values());
    }

    /** Those of them with jmods, or those without; the test is skipped where there is none, and a skip is seen. */
    public static List<TargetJdk> installed(boolean withJmods) {
        List<TargetJdk> found = installed().stream()
                .filter(jdk -> jdk.jmods().isPresent() == withJmods)
                .toList();
        assumeThat(found)
                .as("a JDK " + (withJmods ? "with" : "without")
                        + " jmods: install one beside the one that runs this, or"
                        + " name its folder with -Dtest.jdks=<folder>")
                .isNotEmpty();
        return found;
    }

    private static List<Path> beside(Path home) {
        try (Stream<Path> folders = Files.list(home.toRealPath().getParent())) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/jlink")))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Running {
        static final TargetJdk JDK = read();

        private static TargetJdk read() {
            try {
                return TargetJdk.at(home());
            } catch (UnusableJdkException unusable) {
                throw new IllegalStateException("tests need a full JDK", unusable);
            }
        }
    }

    private static ModuleDescriptor base() {
        return ModuleDescriptor.newModule("java.base")
                .packages(Set.of("java.lang", "java.util"))
                .build();
    }

    private static void add(
            SortedMap<String, ModuleDescriptor> modules, String name, String packageName, String... requires) {
        ModuleDescriptor.Builder builder =
                ModuleDescriptor.newModule(name).packages(Set.of(packageName)).requires("java.base");
        for (String required : requires) {
            builder.requires(required);
        }
        modules.put(name, builder.build());
    }
}
