package io.whittle.assembler.jdks;

import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.testing.Golden;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Where JDKs are looked for, in which order, and what is said where none fits. */
class JdkSearchTest {
    private static final String ARM = "linux/arm64";

    @TempDir
    private Path dir;

    private final SortedMap<Platform, String> folders = new TreeMap<>();
    private final SortedMap<Platform, String> artifacts = new TreeMap<>();
    private final List<JdkToolchain> toolchains = new ArrayList<>();
    private final List<Path> known = new ArrayList<>();
    private Optional<Path> debian = Optional.empty();
    private Path running;

    @BeforeEach
    void running() throws IOException {
        running = PaperJdk.at(dir.resolve("running"), "17.0.9", "linux/amd64");
    }

    @Test
    void aFolderThatIsNamedForThePlatformComesFirst() throws Exception {
        toolchain("17", "linux", "arm64", PaperJdk.at(dir.resolve("tool"), "17.0.1", ARM));
        folders.put(
                Platform.parse(ARM),
                PaperJdk.at(dir.resolve("named"), "17.0.2", ARM).toString());

        assertThat(found(ARM)).isEqualTo(dir.resolve("named"));
    }

    @Test
    void aFolderIsSeenThrough() throws Exception {
        PaperJdk.at(dir.resolve("named/jdk-17.0.2.jdk/Contents/Home"), "17.0.2", ARM);
        folders.put(Platform.parse(ARM), "named");

        assertThat(found(ARM)).isEqualTo(dir.resolve("named/jdk-17.0.2.jdk/Contents/Home"));
    }

    @Test
    void whatIsNamedAndNoJdkIsNotPassedOver() throws Exception {
        toolchain("17", "linux", "arm64", PaperJdk.at(dir.resolve("tool"), "17.0.1", ARM));
        folders.put(Platform.parse(ARM), "nowhere");

        assertThat(refusal(ARM)).startsWith("The JDK at <dir>/nowhere cannot be linked: ");
    }

    @Test
    void theFirstToolchainThatFitsIsTaken() throws Exception {
        toolchain("21", "linux", "arm64", PaperJdk.at(dir.resolve("tool-21"), "21.0.1", ARM));
        toolchain("17", "linux", "amd64", PaperJdk.at(dir.resolve("tool-amd64"), "17.0.1", "linux/amd64"));
        toolchain("17", "linux", "arm64", PaperJdk.at(dir.resolve("tool"), "17.0.1", ARM));
        debian = Optional.of(dir.resolve("debian"));
        PaperJdk.at(dir.resolve("debian/usr/lib/jvm/java-17-openjdk-arm64"), "17.0.3", ARM);

        assertThat(found(ARM)).isEqualTo(dir.resolve("tool"));
        assertThat(found(new JdkWanted(Platform.parse(ARM), 21))).isEqualTo(dir.resolve("tool-21"));
        assertThat(found("linux/amd64")).isEqualTo(dir.resolve("tool-amd64"));
    }

    @Test
    void aToolchainWithoutAVersionTellsItInItsReleaseFile() throws Exception {
        Path home = PaperJdk.at(dir.resolve("tool"), "17.0.1", "linux/arm64");
        toolchains.add(new JdkToolchain(home.toString(), new TreeMap<>(Map.of("os", "linux", "arch", "arm64"))));

        assertThat(found(ARM)).isEqualTo(home);
    }

    @Test
    void variantAndLibraryOfAToolchainCount() throws Exception {
        Path home = PaperJdk.at(dir.resolve("tool"), "17.0.1", "linux/amd64/musl");
        toolchains.add(new JdkToolchain(
                home.toString(), new TreeMap<>(Map.of("os", "linux", "arch", "amd64", "libc", "musl"))));
        Path arm = PaperJdk.at(dir.resolve("arm"), "17.0.1", "linux/arm");
        toolchains.add(
                new JdkToolchain(arm.toString(), new TreeMap<>(Map.of("os", "linux", "arch", "arm", "variant", "v7"))));

        assertThat(found("linux/amd64/musl")).isEqualTo(home);
        assertThat(found("linux/arm/v7")).isEqualTo(arm);
        assertThat(refusal("linux/arm/v5")).contains("toolchain <dir>/arm: is for linux/arm/v7");
    }

    @Test
    void packagesOfDebianAreFoundInEachLayout() throws Exception {
        debian = Optional.of(dir.resolve("debian"));
        PaperJdk.at(dir.resolve("debian/arm64/sysroot/usr/lib/jvm/java-17-openjdk-arm64"), "17.0.3", ARM);
        PaperJdk.at(dir.resolve("debian/armhf/usr/lib/jvm/java-17-openjdk-armhf"), "17.0.3", "linux/arm");
        PaperJdk.at(dir.resolve("debian/usr/lib/jvm/java-17-openjdk-riscv64"), "17.0.3", "linux/riscv64");

        assertThat(found(ARM)).isEqualTo(debian.get().resolve("arm64/sysroot/usr/lib/jvm/java-17-openjdk-arm64"));
        assertThat(found("linux/arm/v7")).isEqualTo(debian.get().resolve("armhf/usr/lib/jvm/java-17-openjdk-armhf"));
        assertThat(found("linux/riscv64")).isEqualTo(debian.get().resolve("usr/lib/jvm/java-17-openjdk-riscv64"));
        assertThat(refusal("linux/arm64/musl")).contains("Debian has no architecture for linux/arm64/musl");
    }

    @Test
    void absoluteLinksOfPackagesAreLookedUpInsideTheirFolder() throws Exception {
        debian = Optional.of(dir.resolve("debian"));
        Path home = PaperJdk.at(dir.resolve("debian/opt/real"), "17.0.3", ARM);
        Files.createDirectories(dir.resolve("debian/usr/lib/jvm"));
        Files.createSymbolicLink(dir.resolve("debian/usr/lib/jvm/java-17-openjdk-arm64"), Path.of("/opt/real"));

        assertThat(found(ARM)).isEqualTo(home);

        // As they are where a package lays its parts elsewhere; on this machine they would lead nowhere, or to another
        // JDK.
        Path share = Files.createDirectories(dir.resolve("debian/usr/share/jdk"));
        for (String part : List.of("release", "jmods")) {
            Files.move(home.resolve(part), share.resolve(part));
            Files.createSymbolicLink(home.resolve(part), Path.of("/usr/share/jdk", part));
        }

        TargetJdk jdk = search().find(new JdkWanted(Platform.parse(ARM), 17)).jdk();
        assertThat(jdk.home()).isEqualTo(home);
        assertThat(jdk.release()).isEqualTo(share.resolve("release"));
        assertThat(jdk.jmods()).contains(share.resolve("jmods"));

        // jlink opens single modules by itself.
        Files.createSymbolicLink(share.resolve("jmods/java.sql.jmod"), Path.of("/usr/share/jdk/java.sql.jmod"));
        assertThat(refusal(ARM))
                .contains("<dir>/debian/usr/share/jdk/jmods/java.sql.jmod is a link that leads out of <dir>/debian");
    }

    @Test
    void theHostsOwnJdkIsTheDefaultForItsPlatform() throws Exception {
        assertThat(found("linux/amd64")).isEqualTo(running);

        Path newer = PaperJdk.at(dir.resolve("newer"), "21.0.1", Platform.host().toString());
        known.add(dir.resolve("gone"));
        known.add(newer);
        assertThat(found(new JdkWanted(Platform.host(), 21))).isEqualTo(newer);
    }

    @Test
    void whoeverIsFoundComesWithThoseWhoseJlinkMayLinkIt() throws Exception {
        folders.put(
                Platform.parse(ARM),
                PaperJdk.at(dir.resolve("named"), "17.0.2", ARM).toString());
        toolchains.add(new JdkToolchain("/opt/tool", new TreeMap<>(Map.of("version", "17"))));
        known.add(dir.resolve("known"));

        assertThat(search().find(new JdkWanted(Platform.parse(ARM), 17)).jdk().linkers())
                .containsExactly(Path.of("/opt/tool"), dir.resolve("known"));
    }

    @Test
    void whereNothingFitsEachPlaceIsTold() throws Exception {
        toolchain("21", "linux", "arm64", PaperJdk.at(dir.resolve("tool-21"), "21.0.1", ARM));
        toolchain("17", "linux", "arm64", PaperJdk.at(dir.resolve("tool-wrong"), "17.0.1", "linux/amd64"));
        toolchain("17", "linux", "amr64", dir);
        toolchain("17", "linux", "arm64", dir.resolve("gone"));
        toolchains.add(new JdkToolchain("/opt/host", new TreeMap<>(Map.of("version", "17"))));
        debian = Optional.of(Files.createDirectory(dir.resolve("debian")));

        Golden.hold("messages/no-jdk-for-platform.txt", refusal(ARM) + "\n");
    }

    @Test
    void anArchiveThatCannotBeHadIsTold() {
        artifacts.put(Platform.parse(ARM), "acme:jdk:tar.gz:17");

        assertThat(refusal(ARM))
                .startsWith("The JDK for linux/arm64 is acme:jdk:tar.gz:17 (whittle.jdkArtifacts),"
                        + " which cannot be had: nobody has acme:jdk:tar.gz:17\n");
    }

    private void toolchain(String version, String os, String arch, Path home) {
        toolchains.add(
                new JdkToolchain(home.toString(), new TreeMap<>(Map.of("version", version, "os", os, "arch", arch))));
    }

    private Path found(String platform) throws Exception {
        return found(new JdkWanted(Platform.parse(platform), 17));
    }

    private Path found(JdkWanted wanted) throws Exception {
        return search().find(wanted).jdk().home();
    }

    private String refusal(String platform) {
        NoJdkException none = catchThrowableOfType(
                NoJdkException.class, () -> search().find(new JdkWanted(Platform.parse(platform), 17)));
        assertThat(none).as("must be refused").isNotNull();
        return none.getMessage().replace(dir.toString(), "<dir>");
    }

    private JdkSearch search() {
        return new JdkSearch(
                new JdkSources(
                        new ByPlatform(folders, Optional.empty()),
                        toolchains,
                        new ByPlatform(artifacts, Optional.empty()),
                        coordinates -> {
                            throw new IOException("nobody has " + coordinates);
                        },
                        dir.resolve("cache"),
                        debian,
                        running,
                        dir,
                        line -> {}),
                new HostJdks(running, toolchains, known));
    }
}
