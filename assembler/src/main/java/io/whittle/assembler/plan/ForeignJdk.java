package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ReleaseFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.assembler.natives.NativeHeader;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JDK whose own tools do not run on this machine.
 *
 * @param jdk the JDK that is linked
 * @param platform for which its tools are
 */
record ForeignJdk(TargetJdk jdk, Platform platform) {
    /**
     * The jlink of another JDK, which must be of the same feature version: jlink refuses any other. First that of the JDK that runs
     * this program is looked at, then those that come with the JDK that is linked.
     *
     * @param running that JDK's folder
     * @param host the platform of this machine
     * @throws LinkException when there is none, with each that was looked at
     */
    Path jlink(Path running, Platform host) throws LinkException, IOException {
        String itself = "The JDK at " + jdk.home() + " (Java " + jdk.version() + ") is for " + platform;
        if (jdk.jmods().isEmpty()) {
            throw new LinkException(
                    itself + " and has no jmods: only its own jlink could link it, which does not run on"
                            + " this machine.\n  Name one with jmods with -Dwhittle.jdk=<folder>, or link on a machine of "
                            + platform + ".");
        }
        List<String> tried = new ArrayList<>();
        Set<Path> homes = new LinkedHashSet<>();
        homes.add(running);
        homes.addAll(jdk.linkers());
        for (Path home : homes) {
            Optional<String> unfit = unfit(home, host);
            if (unfit.isEmpty()) {
                return JlinkProgram.in(home).orElseThrow();
            }
            tried.add("    " + home + (home.equals(running) ? ", which runs Maven, " : " ") + unfit.get());
        }
        int version = jdk.featureVersion();
        throw new LinkException(itself + ", so its jlink does not run on this machine. One of a JDK " + version
                + " is needed, since jlink and the JDK that is linked must share the feature version. It was looked for in\n"
                + String.join("\n", tried)
                + "\n  Run Maven on a full JDK " + version + " (set JAVA_HOME; on Debian openjdk-" + version
                + "-jdk-headless), add one to toolchains.xml, or link another JDK for " + platform
                + " with -Dwhittle.jdkVersion=<version>.");
    }

    private Optional<String> unfit(Path home, Platform host) throws IOException {
        if (!Files.isDirectory(home)) {
            return Optional.of("does not exist");
        }
        try {
            ReleaseFile release = ReleaseFile.of(home);
            if (release.featureVersion() != jdk.featureVersion()) {
                return Optional.of("is of Java " + release.version());
            }
        } catch (UnusableJdkException untold) {
            return Optional.of("does not tell its version in its file 'release'");
        }
        Optional<Path> jlink = JlinkProgram.in(home);
        if (jlink.isEmpty()) {
            return Optional.of("has no bin/jlink");
        }
        return NativeHeader.of(jlink.get())
                .flatMap(NativeHeader::platform)
                .filter(other -> !other.equals(host))
                .map(other -> "is for " + other);
    }
}
