package io.whittle.assembler.check;

import io.whittle.assembler.plan.LaunchPath;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.Launcher;
import io.whittle.graph.catalog.Libc;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.CheckScope;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The image to check, and how.
 *
 * @param image its folder
 * @param profile what it was linked for
 * @param platform what it runs on
 * @param scope what the checks are to it
 * @param catalog the checks; scripts and copied files lie below the folder of its file
 * @param launchers of the image
 * @param launchPath what launchers find; see the plan of the image
 * @param work a folder that takes logs and files, one folder for each check; that of an earlier run is replaced
 * @param runner words before {@code bin/java} of an image that this machine does not run by itself; else empty
 * @param tests what runs JUnit classes; without it, checks that are such were not run, and fail
 * @param parallelism how many checks run at a time, at least 1
 * @param jvmOptions what every JVM of the image that a check starts gets besides, each in one word
 */
public record CheckRequest(
        Path image,
        String profile,
        Platform platform,
        CheckScope scope,
        FeatureCatalog catalog,
        List<Launcher> launchers,
        LaunchPath launchPath,
        Path work,
        List<String> runner,
        Optional<TestProgram> tests,
        int parallelism,
        List<String> jvmOptions) {
    private static final Path MUSL_LOADERS = Path.of("/lib");

    public CheckRequest {
        image = image.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
        launchers = List.copyOf(launchers);
        runner = List.copyOf(runner);
        jvmOptions = List.copyOf(jvmOptions);
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is at least 1: " + parallelism);
        }
    }

    /** What asks an image as it is. */
    public CheckRequest(
            Path image,
            String profile,
            Platform platform,
            CheckScope scope,
            FeatureCatalog catalog,
            List<Launcher> launchers,
            LaunchPath launchPath,
            Path work,
            List<String> runner,
            Optional<TestProgram> tests,
            int parallelism) {
        this(
                image,
                profile,
                platform,
                scope,
                catalog,
                launchers,
                launchPath,
                work,
                runner,
                tests,
                parallelism,
                List.of());
    }

    /** Whether this machine runs the image by itself; only then time and memory mean anything. */
    boolean isNative() {
        return runner.isEmpty() && runsHere(platform);
    }

    /** Whether this machine runs the programs of a platform by itself. */
    public static boolean runsHere(Platform platform) {
        Platform host = Platform.host();
        return platform.os() == host.os()
                && platform.arch() == host.arch()
                && (platform.libc().equals(host.libc()) || hasMusl(platform));
    }

    // What Java says of its host does not name the C library; the loader of musl has a name of its own.
    private static boolean hasMusl(Platform platform) {
        String[] loaders = MUSL_LOADERS.toFile().list((folder, name) -> name.startsWith("ld-musl-"));
        return platform.libc().equals(Optional.of(Libc.MUSL)) && loaders != null && loaders.length > 0;
    }
}
