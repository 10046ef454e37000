package io.whittle.assembler.plan;

import io.whittle.assembler.elf.FileBytes;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.natives.NativeHeader;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** For which platform a JDK is. Its {@code java} tells: of what it says of itself in words nothing is certain. */
public final class JdkPlatform {
    /** The mend of a JDK for the wrong platform, which takes the right one. */
    public static final String NAME_ANOTHER =
            "Name a JDK for %1$s with -Dwhittle.jdk=%1$s=<folder>. One that does not run on this"
                    + " machine needs jmods, and a JDK of its feature version that does, for its jlink.";

    private static final List<String> NAMES = List.of("bin/java", "bin/java.exe");

    /** More than any launcher; a bound, so that a broken archive cannot fill the memory. */
    private static final int LAUNCHER_LIMIT = 4 << 20;

    private JdkPlatform() {}

    /** Why an image for the platform cannot be linked from this JDK; empty when it can, as far as the platform goes. */
    static Optional<String> fault(TargetJdk jdk, Platform platform) throws IOException {
        return unfit(jdk, platform)
                .map(why -> "The JDK at " + jdk.home() + " " + why + ", and the image is for " + platform + ".\n  "
                        + NAME_ANOTHER.formatted(platform));
    }

    /** The same as a clause whose subject is the JDK, such as "is for linux/amd64 (ELF 64 bit, machine amd64)". */
    public static Optional<String> unfit(TargetJdk jdk, Platform platform) throws IOException {
        Optional<NativeHeader> java =
                jdk.jmods().isPresent() ? packaged(jdk.jmods().get().resolve("java.base.jmod")) : launcher(jdk.home());
        if (java.isEmpty()) {
            return Optional.of("has no bin/java, which would tell for which platform it is");
        }
        Optional<Platform> told = java.get().platform();
        if (told.isPresent() && java.get().fits(platform)) {
            return Optional.empty();
        }
        return Optional.of(told.map(own -> "is for " + own).orElse("does not tell for which platform it is") + " ("
                + java.get().detail() + ")");
    }

    /** The {@code java} of a JDK's folder; empty when it has none. */
    static Optional<NativeHeader> launcher(Path home) throws IOException {
        for (String name : NAMES) {
            if (Files.isRegularFile(home.resolve(name))) {
                return NativeHeader.of(home.resolve(name));
            }
        }
        return Optional.empty();
    }

    private static Optional<NativeHeader> packaged(Path jmod) throws IOException {
        try (ZipFile zip = new ZipFile(jmod.toFile())) {
            for (String name : NAMES) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        return NativeHeader.of(FileBytes.of(in.readNBytes(LAUNCHER_LIMIT)));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
