package io.whittle.assembler.link;

import io.whittle.assembler.modules.ReleaseFile;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.modules.UnusableJdkException;
import io.whittle.graph.catalog.Platform;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A JDK whose own tools do not run on this machine.
 *
 * @param jdk the JDK that is linked
 * @param platform for which its tools are
 */
record ForeignJdk(TargetJdk jdk, Platform platform) {
    /**
     * The jlink of the JDK that runs this program, which must be of the same feature version: jlink refuses any other.
     *
     * @param running that JDK's folder
     * @param jlink its jlink; empty when it has none
     * @throws LinkException when it cannot link this JDK
     */
    Path jlinkOf(Path running, Optional<Path> jlink) throws LinkException {
        String itself = "The JDK at " + jdk.home() + " (Java " + jdk.version() + ") is for " + platform;
        if (jdk.jmods().isEmpty()) {
            throw new LinkException(
                    itself + " and has no jmods: only its own jlink could link it, which does not run on"
                            + " this machine.\n  Name one with jmods with -Dwhittle.jdk=<folder>, or link on a machine of "
                            + platform + ".");
        }
        String other =
                itself + ", so its jlink does not run on this machine, and the JDK that runs Maven, at " + running;
        int version = jdk.featureVersion();
        ReleaseFile release;
        try {
            release = ReleaseFile.of(running);
        } catch (UnusableJdkException untold) {
            throw new LinkException(other + ", does not tell its version in its file 'release'.\n  Run Maven on a JDK "
                    + version + " (set JAVA_HOME).");
        }
        if (release.featureVersion() != version) {
            throw new LinkException(other + ", is of Java " + release.version()
                    + ": jlink and the JDK that is linked must share the feature version.\n  Run Maven on a JDK "
                    + version
                    + " (set JAVA_HOME), or name a JDK " + release.featureVersion() + " for " + platform
                    + " with -Dwhittle.jdk=<folder>.");
        }
        return jlink.orElseThrow(() -> new LinkException(other + " (Java " + release.version()
                + "), has no bin/jlink.\n  Run Maven on a full JDK " + version + " (set JAVA_HOME; on Debian openjdk-"
                + version + "-jdk-headless)."));
    }
}
