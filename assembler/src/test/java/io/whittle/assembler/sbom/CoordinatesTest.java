package io.whittle.assembler.sbom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Labels of jars, read as what Maven calls them. */
class CoordinatesTest {
    @Test
    void purlsNameGroupArtifactAndVersion() {
        assertThat(purl("com.acme:app:1.0-SNAPSHOT")).isEqualTo("pkg:maven/com.acme/app@1.0-SNAPSHOT");
    }

    @Test
    void aClassifierIsAQualifier() {
        assertThat(purl("org.lwjgl:lwjgl:natives-linux:3.3.4"))
                .isEqualTo("pkg:maven/org.lwjgl/lwjgl@3.3.4?classifier=natives-linux");
    }

    @Test
    void whatUrlsDoNotAllowIsQuoted() {
        assertThat(purl("a:b c:1+2/3")).isEqualTo("pkg:maven/a/b%20c@1%2B2%2F3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app", "com.acme:app", "com.acme::1", "a:b:c:d:e", "a: :1"})
    void everyOtherTextIsNone(String label) {
        assertThat(Coordinates.read(label)).isEmpty();
    }

    private static String purl(String label) {
        return Coordinates.read(label).orElseThrow().purl();
    }
}
