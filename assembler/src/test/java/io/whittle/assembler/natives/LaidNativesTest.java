package io.whittle.assembler.natives;

import com.github.luben.zstd.Zstd;
import io.whittle.assembler.testing.TestElf;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Which native files lie in an image's own folder. */
class LaidNativesTest {
    private static final Platform ARM_V7 = Platform.parse("linux/arm/v7");

    @Test
    void aLibraryThatIsKnownHasItsFileThere() throws IOException, URISyntaxException {
        Path jar = Path.of(
                Zstd.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Platform platform = Platform.parse("linux/arm64");
        LaidNatives laid = LaidNatives.of(
                "com.github.luben:zstd-jni",
                NativeCut.to(platform, JarNatives.of(jar)).kept(),
                platform);

        assertThat(laid.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).startsWith("linux/aarch64/libzstd-jni-"));
        assertThat(LaidNatives.of("com.acme:other", laid.files(), platform)).isEqualTo(LaidNatives.NONE);
    }

    @Test
    void theOptionsNameTheFolderByAPlaceHolder() throws IOException {
        Platform platform = Platform.parse("linux/amd64");
        NativeEntry file = entry("com/sun/jna/linux-x86-64/libjnidispatch.so", TestElf.of(platform));

        assertThat(LaidNatives.of("net.java.dev.jna:jna", List.of(file), platform)
                        .options())
                .contains("-Djna.boot.library.path=" + LaidNatives.LIB);
    }

    @Test
    void ofSeveralTheOneForTheNewestVariantIsLaid() throws IOException {
        List<NativeEntry> natives = sqlite("arm:200", "armv6:400", "armv7:400");

        assertThat(laid(natives, ARM_V7)).containsExactly("org/sqlite/native/Linux/armv7/libsqlitejdbc.so");
        assertThat(laid(natives, Platform.parse("linux/arm/v6")))
                .containsExactly("org/sqlite/native/Linux/armv6/libsqlitejdbc.so");
        assertThat(laid(natives, Platform.parse("linux/arm/v5")))
                .containsExactly("org/sqlite/native/Linux/arm/libsqlitejdbc.so");
        assertThat(laid(natives, Platform.parse("linux/arm")))
                .as("a platform that leaves the variant open")
                .isEmpty();
    }

    @Test
    void aFileThatIsNotKnownKeepsAllInTheJar() throws IOException {
        Platform platform = Platform.parse("linux/amd64");
        NativeEntry known = entry("a/libsqlitejdbc.so", TestElf.of(platform));
        NativeEntry other = entry("a/libother.so", TestElf.of(platform));

        assertThat(LaidNatives.of("org.xerial:sqlite-jdbc", List.of(known, other), platform))
                .isEqualTo(LaidNatives.NONE);
        assertThat(LaidNatives.of("org.xerial:sqlite-jdbc", List.of(), platform))
                .isEqualTo(LaidNatives.NONE);
        assertThat(LaidNatives.of("org.xerial:sqlite-jdbc", List.of(known), Platform.parse("freebsd/amd64")))
                .isEqualTo(LaidNatives.NONE);
    }

    private static List<String> laid(List<NativeEntry> natives, Platform platform) {
        return LaidNatives.of(
                        "org.xerial:sqlite-jdbc",
                        NativeCut.to(platform, natives).kept(),
                        platform)
                .files()
                .stream()
                .map(NativeEntry::name)
                .toList();
    }

    /** Each folder with the flags of its file. */
    private static List<NativeEntry> sqlite(String... folders) {
        return Stream.of(folders)
                .map(folder -> folder.split(":"))
                .map(parts -> entry(
                        "org/sqlite/native/Linux/" + parts[0] + "/libsqlitejdbc.so",
                        TestElf.of(ARM_V7).needs("libc.so.6").flags(Integer.parseInt(parts[1], 16))))
                .toList();
    }

    private static NativeEntry entry(String name, TestElf elf) {
        try {
            byte[] bytes = elf.bytes();
            return NativeEntry.of(name, NativeHeader.of(FileBytes.of(bytes)).orElseThrow(), bytes.length);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
