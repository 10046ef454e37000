package io.whittle.assembler.jdks;

import io.whittle.graph.catalog.IllegalPlatformException;
import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JDKs of toolchains that say for which platform they are, with {@code os} and {@code arch}. The first that fits is taken. */
final class ToolchainJdks implements JdkPlace {
    private final List<JdkToolchain> toolchains;

    ToolchainJdks(List<JdkToolchain> toolchains) {
        this.toolchains = List.copyOf(toolchains);
    }

    @Override
    public Look look(JdkWanted wanted) throws IOException {
        List<String> tried = new ArrayList<>();
        for (JdkToolchain toolchain : toolchains) {
            Optional<String> unfit = unfit(toolchain, wanted);
            Look look = unfit.isPresent()
                    ? new Look.Passed(List.of(place(toolchain) + ": " + unfit.get()))
                    : Fitting.look(place(toolchain), Path.of(toolchain.home()), wanted);
            if (look instanceof Look.Found) {
                return look;
            }
            tried.addAll(((Look.Passed) look).tried());
        }
        return new Look.Passed(tried.isEmpty() ? List.of("toolchains.xml: has no toolchain of type jdk") : tried);
    }

    /** As it is named in messages. */
    static String place(JdkToolchain toolchain) {
        return "toolchain " + (toolchain.home().isEmpty() ? "without jdkHome" : toolchain.home());
    }

    private static Optional<String> unfit(JdkToolchain toolchain, JdkWanted wanted) {
        if (toolchain.home().isEmpty()) {
            return Optional.of("its configuration names no folder");
        }
        Optional<String> os = toolchain.said("os");
        Optional<String> arch = toolchain.said("arch");
        if (os.isEmpty() || arch.isEmpty()) {
            return Optional.of(
                    "provides no " + (os.isEmpty() ? "os" : "arch") + ", so it is taken for a JDK of this machine");
        }
        try {
            Platform platform = platform(toolchain, os.get(), arch.get());
            if (!serves(platform, wanted.platform())) {
                return Optional.of("is for " + platform);
            }
        } catch (IllegalPlatformException wrong) {
            return Optional.of("provides the platform '" + wrong.text() + "', and " + wrong.getMessage());
        }
        return toolchain
                .said("version")
                .filter(version -> FeatureVersion.of(version).stream().noneMatch(it -> it == wanted.featureVersion()))
                .map(version -> "provides version " + version);
    }

    private static Platform platform(JdkToolchain toolchain, String os, String arch) {
        String libc = toolchain.said("libc").orElse("");
        return Platform.parse(os + "/" + arch
                + toolchain.said("variant").map(variant -> "/" + variant).orElse("")
                + (libc.isEmpty() || libc.equals("glibc") ? "" : "/" + libc));
    }

    // What is said of a processor alone holds for its variants: see docs/platforms.md.
    private static boolean serves(Platform own, Platform wanted) {
        return own.os() == wanted.os()
                && own.arch() == wanted.arch()
                && own.libc().equals(wanted.libc())
                && (own.variant().isEmpty() || own.variant().equals(wanted.variant()));
    }
}
