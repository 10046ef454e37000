package io.whittle.assembler.goal;

import io.whittle.assembler.jdks.ByPlatform;
import io.whittle.graph.catalog.Platform;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** How users name folders and coordinates for platforms. */
class NamedByPlatformTest {
    private final List<String> faults = new ArrayList<>();

    @Test
    void aFolderAloneIsForEveryPlatform() {
        for (String folder : List.of("/opt/jdk", "jdk", "./a=b", "/opt/linux/arm64=x,linux/arm=y", "C:\\jdk=17")) {
            assertThat(folders(folder).on(Platform.parse("linux/arm64"))).contains(folder);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void severalAreSeparatedByCommas() {
        ByPlatform named = folders("linux/arm64=/opt/a,b=c, linux-arm-v7=/opt/arm");

        assertThat(faults).isEmpty();
        assertThat(named.each())
                .containsOnly(
                        Map.entry(Platform.parse("linux/arm64"), "/opt/a,b=c"),
                        Map.entry(Platform.parse("linux/arm/v7"), "/opt/arm"));
        assertThat(named.on(Platform.parse("linux/amd64"))).isEmpty();
    }

    @Test
    void aProcessorStandsForItsVariantsAndNotForAnotherLibrary() {
        ByPlatform named = folders("linux/arm=/opt/arm,linux/arm/v5=/opt/v5");

        assertThat(named.on(Platform.parse("linux/arm/v7"))).contains("/opt/arm");
        assertThat(named.on(Platform.parse("linux/arm/v5"))).contains("/opt/v5");
        assertThat(named.on(Platform.parse("linux/arm/v7/musl"))).isEmpty();
    }

    @Test
    void thePropertyCountsMoreThanThePomAndTheParticularMoreThanTheRest() {
        Map<String, String> pom = Map.of("linux-arm64", "/pom/arm64", "linux-amd64", "/pom/amd64");

        ByPlatform one = named("linux/arm64=/typed", pom);
        assertThat(one.on(Platform.parse("linux/arm64"))).contains("/typed");
        assertThat(one.on(Platform.parse("linux/amd64"))).contains("/pom/amd64");

        ByPlatform all = named("/typed", pom);
        assertThat(all.on(Platform.parse("linux/arm64"))).contains("/pom/arm64");
        assertThat(all.on(Platform.parse("linux/riscv64"))).contains("/typed");
    }

    @Test
    void allThatIsWrongIsTold() {
        named("linux/amd46=/opt/a,linux/arm64=", Map.of("lunix-arm64", "/opt/b"));

        assertThat(faults)
                .containsExactlyInAnyOrder(
                        "whittle.jdk names the platform 'linux/amd46': 'amd46' is no architecture; known are amd64, arm64,"
                                + " arm, riscv64, ppc64le, s390x; write linux/amd64.",
                        "whittle.jdk names no folder for linux/arm64.",
                        "<jdks> names the platform 'lunix-arm64': 'lunix' is no operating system; known are linux, macos,"
                                + " windows, freebsd, openbsd, netbsd; write one such as linux/arm/v7.");
    }

    @Test
    void coordinatesAloneNameNoPlatform() {
        NamedByPlatform.of(
                "whittle.jdkArtifacts",
                "jdkArtifacts",
                "coordinates",
                Optional.of("acme:jdk:zip:1"),
                new TreeMap<>(),
                false,
                faults);

        assertThat(faults)
                .singleElement()
                .asString()
                .startsWith("whittle.jdkArtifacts is 'acme:jdk:zip:1', which names no platform.\n")
                .endsWith("=" + Platform.host() + "=acme:jdk:zip:1.");
    }

    private ByPlatform folders(String text) {
        return named(text, Map.of());
    }

    private ByPlatform named(String text, Map<String, String> pom) {
        return NamedByPlatform.of("whittle.jdk", "jdks", "folder", Optional.of(text), new TreeMap<>(pom), true, faults);
    }
}
