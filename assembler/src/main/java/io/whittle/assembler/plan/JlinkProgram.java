package io.whittle.assembler.plan;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.natives.NativeHeader;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Which jlink links a JDK. */
public final class JlinkProgram {
    private JlinkProgram() {}

    /**
     * The jlink that links this JDK: its own, or where that is for another platform, that of the JDK that runs this program or
     * of another of this machine.
     *
     * @throws LinkException when there is none that runs here and can link it
     */
    public static Path of(TargetJdk jdk) throws LinkException, IOException {
        return of(jdk, Path.of(System.getProperty("java.home")));
    }

    static Path of(TargetJdk jdk, Path running) throws LinkException, IOException {
        Path own = in(jdk.home())
                .orElseThrow(() -> new LinkException("The JDK at " + jdk.home() + " has no bin/jlink.\n"
                        + "  A run-time environment is not enough: install the full JDK (on Debian"
                        + " openjdk-<version>-jdk-headless), or name another with -Dwhittle.jdk=<folder>."));
        Optional<Platform> platform = NativeHeader.of(own).flatMap(NativeHeader::platform);
        Optional<Platform> host = JdkPlatform.launcher(running).flatMap(NativeHeader::platform);
        if (platform.isEmpty() || host.isEmpty() || platform.equals(host)) {
            return own;
        }
        return new ForeignJdk(jdk, platform.get()).jlink(running, host.get());
    }

    /** That of a JDK's folder; empty where it has none. */
    static Optional<Path> in(Path home) {
        return Stream.of("jlink", "jlink.exe")
                .map(name -> home.resolve("bin").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
