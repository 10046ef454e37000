package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Platforms are read as they are spelled, and a wrong one is answered with the right one. */
class PlatformTest {
    @Test
    void everyPlatformIsReadBackFromItsText() {
        assertThat(Platform.all())
                .allSatisfy(platform ->
                        assertThat(Platform.parse(platform.toString())).isEqualTo(platform));
    }

    @Test
    void linuxHasGlibcUnlessItSaysMusl() {
        assertThat(Platform.parse("linux/arm/v7").libc()).contains(Libc.GLIBC);
        assertThat(Platform.parse("linux/arm/v7/musl"))
                .isEqualTo(new Platform(Os.LINUX, Arch.ARM, Optional.of("v7"), Optional.of(Libc.MUSL)));
    }

    @ParameterizedTest
    @CsvSource({
        "linux/x86, linux/amd64",
        "linux/x86_64, linux/amd64",
        "linux/x86-64/musl, linux/amd64/musl",
        "darwin/arm64, macos/arm64",
        "linux/armv7, linux/arm/v7",
        "linx/amd46, linux/amd64",
        "linux-amd64, linux/amd64",
        "Linux/AMD64, linux/amd64"
    })
    void aPlatformSpelledOtherwiseIsAnsweredWithOurs(String text, String ours) {
        assertThat(wrong(text).getMessage()).endsWith("; write " + ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "linux", "linux/", "solaris/sparc", "linux/arm/v9", "windows/amd64/musl", "a/b/c/d/e"})
    void wherePlatformsAreTooFarTheAnswerIsAnExampleThatReads(String text) {
        String message = wrong(text).getMessage();
        assertThat(message).contains("; write one such as ");
        assertThat(Platform.parse(message.substring(message.lastIndexOf(' ') + 1)))
                .isNotNull();
    }

    @Test
    void theMessageSaysWhatIsKnown() {
        assertThat(wrong("linux/amd46").getMessage())
                .isEqualTo("'amd46' is no architecture; known are amd64, arm64, arm, riscv64, ppc64le, s390x;"
                        + " write linux/amd64");
    }

    @Test
    void aMachineThatIsNotKnownIsNamedAndThePlatformAskedFor() {
        assertThat(catchThrowableOfType(IllegalPlatformException.class, () -> HostPlatform.of("SunOS", "sparcv9")))
                .hasMessage("this machine's operating system, 'sunos', is none that Whittle knows;"
                        + " name the platform that is meant, such as linux/amd64");
        assertThat(catchThrowableOfType(IllegalPlatformException.class, () -> HostPlatform.of("Windows 11", "mips")))
                .hasMessageContaining("'mips'");
        assertThat(HostPlatform.of("Mac OS X", "aarch64")).hasToString("macos/arm64");
    }

    private static IllegalPlatformException wrong(String text) {
        return catchThrowableOfType(IllegalPlatformException.class, () -> Platform.parse(text));
    }
}
