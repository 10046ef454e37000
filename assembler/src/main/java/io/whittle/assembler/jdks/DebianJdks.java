package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.JdkFiles;
import io.whittle.graph.catalog.Libc;
import io.whittle.graph.catalog.Os;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder into which Debian's packages are unpacked: with {@code usr/lib/jvm} in it, or with a folder for each architecture that has
 * it, or has it under {@code sysroot}.
 */
final class DebianJdks implements JdkPlace {
    private final Optional<Path> folder;

    DebianJdks(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Look look(JdkWanted wanted) throws IOException {
        if (folder.isEmpty()) {
            return passed("whittle.debianJdks: names no folder");
        }
        Path top = folder.get();
        Optional<String> architecture = architecture(wanted.platform());
        if (architecture.isEmpty()) {
            return passed("whittle.debianJdks, " + top + ": Debian has no architecture for " + wanted.platform());
        }
        if (!Files.isDirectory(top)) {
            return passed("whittle.debianJdks, " + top + ": there is no such folder");
        }
        String name = "usr/lib/jvm/java-" + wanted.featureVersion() + "-openjdk-" + architecture.get();
        Path own = top.resolve(architecture.get());
        List<String> tried = new ArrayList<>();
        for (Path root : List.of(top, own, own.resolve("sysroot"))) {
            Path home = RootedPath.resolve(root, name);
            if (Files.isDirectory(home)) {
                Look look = look(root, home, wanted);
                if (look instanceof Look.Found) {
                    return look;
                }
                tried.addAll(((Look.Passed) look).tried());
            }
        }
        return new Look.Passed(
                tried.isEmpty()
                        ? List.of("whittle.debianJdks, " + top + ": has no " + name + ", neither itself nor in "
                                + architecture.get() + " or " + architecture.get() + "/sysroot")
                        : tried);
    }

    private static Look look(Path root, Path home, JdkWanted wanted) throws IOException {
        Path inner = root.relativize(home);
        JdkFiles files = new JdkFiles(
                home,
                RootedPath.resolve(root, inner.resolve("release").toString()),
                RootedPath.resolve(root, inner.resolve("jmods").toString()));
        // jlink opens these by itself, and follows their links as this machine has it.
        Optional<Path> outside = Files.isDirectory(files.jmods())
                ? RootedPath.leaving(root, files.jmods(), "*.jmod")
                : RootedPath.leaving(root, home.resolve("lib"), "modules");
        String place = "whittle.debianJdks, " + home;
        return outside.isPresent()
                ? passed(place + ": " + outside.get() + " is a link that leads out of " + root
                        + ", which jlink would follow")
                : Fitting.look(place, files, wanted);
    }

    private static Look passed(String tried) {
        return new Look.Passed(List.of(tried));
    }

    /** As dpkg calls what runs on the platform. */
    private static Optional<String> architecture(Platform platform) {
        if (platform.os() != Os.LINUX || !platform.libc().equals(Optional.of(Libc.GLIBC))) {
            return Optional.empty();
        }
        String variant = platform.variant().orElse("");
        return switch (platform.arch()) {
            case AMD64 -> Optional.of("amd64");
            case ARM64 -> Optional.of("arm64");
            // Its armhf is made for v7; of v6 with hard floats it has none.
            case ARM -> variant.equals("v6") ? Optional.empty() : Optional.of(variant.equals("v5") ? "armel" : "armhf");
            case RISCV64 -> Optional.of("riscv64");
            case PPC64LE -> Optional.of("ppc64el");
            case S390X -> Optional.of("s390x");
        };
    }
}
