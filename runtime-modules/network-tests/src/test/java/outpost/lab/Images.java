package outpost.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Linked images of Outpost. */
public final class Images {
    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64", "arm", "arm-v7");

    private final Maven maven;

    Images(Maven maven) {
        this.maven = maven;
    }

    /** What this build has linked for a profile of the catalogue; fails where it has not. */
    public static Path linked(String profile) {
        return in(Path.of(Maven.property("lab.images")).toAbsolutePath().normalize(), profile);
    }

    /** The image of a router, as it is in the catalogue. */
    public static Path minimal() {
        return linked("minimal");
    }

    /**
     * Links a profile of another catalogue. Takes about a minute.
     *
     * @param to a folder for what Whittle writes, one for each catalogue
     */
    public Path link(String profile, Path catalogue, Path to) {
        maven.run(
                        "-q",
                        "-pl",
                        "runtime-modules/image",
                        "-am",
                        "package",
                        "-P" + profile,
                        "-DskipTests",
                        "-Dwhittle.catalog=" + catalogue,
                        "-Dwhittle.outputDirectory=" + to)
                .done();
        return in(to, profile);
    }

    /** Where a goal that wrote to this folder has put the image of a profile. */
    public static Path in(Path output, String profile) {
        String processor = PROCESSORS.get(System.getProperty("os.arch"));
        Path image = output.resolve(profile).resolve("linux-" + processor).resolve("image");
        assertThat(Files.isExecutable(image.resolve("bin/outpostd")))
                .as(image + " holds a linked image; mvn package -P" + profile + " links it")
                .isTrue();
        return image;
    }
}
