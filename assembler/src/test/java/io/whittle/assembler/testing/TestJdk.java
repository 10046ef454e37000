package io.whittle.assembler.testing;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** JDKs for tests: a small one on paper, whose version never changes, and the one that runs. */
public final class TestJdk {
    private TestJdk() {}

    /** Its version is 17.0.99; it cannot link. */
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
        return new TargetJdk(
                home,
                version,
                featureVersion,
                Optional.of("Acme"),
                jmods ? Optional.of(home.resolve("jmods")) : Optional.empty(),
                modules);
    }

    /** The home of the JDK that runs these tests. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The JDK that runs these tests. */
    public static TargetJdk running() {
        return Running.JDK;
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
