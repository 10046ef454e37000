package io.whittle.assembler.modules;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JDK whose modules go into an image.
 *
 * @param home its folder
 * @param version as its {@code release} file spells it, such as {@code 17.0.15}
 * @param featureVersion such as 17
 * @param implementor who built it; empty when its {@code release} file does not say
 * @param jmods the folder of its packaged modules; empty for a JDK that links from its own run-time image (JEP 493)
 * @param modules its descriptors by name
 * @param linkers other JDKs of this machine, whose jlink may link it where its own does not run here
 * @param release the file that tells its version
 */
public record TargetJdk(
        Path home,
        String version,
        int featureVersion,
        Optional<String> implementor,
        Optional<Path> jmods,
        SortedMap<String, ModuleDescriptor> modules,
        List<Path> linkers,
        Path release) {
    private static final int FIRST_WITH_MODULES = 9;

    /** The first feature version that can link from its own run-time image. */
    private static final int JEP_493 = 24;

    public TargetJdk {
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        linkers = List.copyOf(linkers);
    }

    /** One whose {@code release} file is in its folder. */
    public TargetJdk(
            Path home,
            String version,
            int featureVersion,
            Optional<String> implementor,
            Optional<Path> jmods,
            SortedMap<String, ModuleDescriptor> modules,
            List<Path> linkers) {
        this(
                home,
                version,
                featureVersion,
                implementor,
                jmods,
                modules,
                linkers,
                JdkFiles.in(home).release());
    }

    /** The same with others beside it. */
    public TargetJdk withLinkers(List<Path> others) {
        return new TargetJdk(home, version, featureVersion, implementor, jmods, modules, others, release);
    }

    /**
     * Reads a JDK: its {@code release} file and the descriptors of its modules. About 100 ms.
     *
     * @throws UnusableJdkException when there is no JDK, or one that cannot be linked, with what to do
     */
    public static TargetJdk at(Path home) throws UnusableJdkException {
        return at(JdkFiles.in(home));
    }

    /** The same of a JDK whose parts may lie elsewhere. */
    public static TargetJdk at(JdkFiles files) throws UnusableJdkException {
        Path home = files.home();
        ReleaseFile release = ReleaseFile.of(files);
        if (release.featureVersion() < FIRST_WITH_MODULES) {
            throw new UnusableJdkException(
                    home,
                    "it is a JDK " + release.featureVersion() + ", and there are images since Java 9",
                    "name a newer JDK with -Dwhittle.jdk=<folder>");
        }
        Path folder = files.jmods();
        Optional<Path> jmods = Files.exists(folder.resolve("java.base.jmod")) ? Optional.of(folder) : Optional.empty();
        if (jmods.isEmpty() && release.featureVersion() < JEP_493) {
            throw new UnusableJdkException(
                    home,
                    "it has no jmods folder, and a JDK " + release.featureVersion() + " cannot be linked without one",
                    "install the full JDK (on Debian openjdk-" + release.featureVersion()
                            + "-jdk-headless), or name another with -Dwhittle.jdk=<folder>");
        }
        try {
            SortedMap<String, ModuleDescriptor> modules =
                    jmods.isPresent() ? JdkDescriptors.ofJmods(jmods.get()) : JdkDescriptors.ofRuntimeImage(home);
            return new TargetJdk(
                    home,
                    release.version(),
                    release.featureVersion(),
                    release.implementor(),
                    jmods,
                    modules,
                    List.of(),
                    files.release());
        } catch (IOException broken) {
            throw new UnusableJdkException(
                    home,
                    "its modules cannot be read: " + broken.getMessage(),
                    "install it anew, or name another with -Dwhittle.jdk=<folder>");
        }
    }
}
