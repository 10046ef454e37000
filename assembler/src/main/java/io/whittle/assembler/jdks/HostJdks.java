package io.whittle.assembler.jdks;

import io.whittle.graph.catalog.Platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JDKs of this machine: the one that runs the build, those of toolchains that say no platform, and those in the usual folders. */
final class HostJdks implements JdkPlace {
    private final Path running;
    private final List<JdkToolchain> toolchains;
    private final List<Path> known;

    HostJdks(Path running, List<JdkToolchain> toolchains, List<Path> known) {
        this.running = running;
        this.toolchains = toolchains.stream()
                .filter(toolchain -> !toolchain.home().isEmpty())
                .filter(toolchain ->
                        toolchain.said("os").isEmpty() && toolchain.said("arch").isEmpty())
                .toList();
        this.known = List.copyOf(known);
    }

    @Override
    public Look look(JdkWanted wanted) throws IOException {
        List<String> tried = new ArrayList<>();
        Look look = Fitting.look("the JDK that runs this build, " + running, running, wanted);
        if (look instanceof Look.Found || !wanted.platform().equals(Platform.host())) {
            return look;
        }
        tried.addAll(((Look.Passed) look).tried());
        for (JdkToolchain toolchain : toolchains) {
            look = Fitting.look(ToolchainJdks.place(toolchain), Path.of(toolchain.home()), wanted);
            if (look instanceof Look.Found) {
                return look;
            }
            tried.addAll(((Look.Passed) look).tried());
        }
        for (Path home : known) {
            look = Fitting.look(home.toString(), home, wanted);
            if (look instanceof Look.Found) {
                return look;
            }
            tried.addAll(((Look.Passed) look).tried());
        }
        return new Look.Passed(tried);
    }

    /** Those whose jlink may link a JDK that does not run here, the likeliest first. */
    List<Path> linkers() {
        List<Path> linkers = new ArrayList<>();
        toolchains.forEach(toolchain -> linkers.add(Path.of(toolchain.home())));
        known.stream().filter(home -> !linkers.contains(home)).forEach(linkers::add);
        return linkers;
    }
}
