package io.whittle.assembler.classpath;

import io.whittle.assembler.testing.TestModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Classes that a Java release is too old for. */
class ClassVersionsTest {
    private static final byte[] FOR_JAVA_21 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65};
    private static final byte[] FOR_JAVA_22 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 66};

    @TempDir
    private Path dir;

    @Test
    void theyAreCountedWithTheFirstAndTheNewest() throws IOException {
        TestModule jar = module("acme")
                .pkg("acme")
                .file("acme/B.class", FOR_JAVA_21)
                .file("acme/A$1.class", FOR_JAVA_22)
                .file("acme/no.class", new byte[] {1, 2, 3})
                .file("acme/text.class", "some text".getBytes(StandardCharsets.US_ASCII));

        assertThat(newer(jar, 17)).isEqualTo(new ClassVersions(2, "acme.A$1", 22));
        assertThat(newer(jar, 21)).isEqualTo(new ClassVersions(1, "acme.A$1", 22));
        assertThat(newer(jar, 22)).isEqualTo(new ClassVersions(0, "", 0));
    }

    @Test
    void ofSeveralVersionsThatOfTheReleaseCounts() throws IOException {
        TestModule jar = module("acme")
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n")
                .pkg("acme")
                .file("META-INF/versions/21/acme/Something.class", FOR_JAVA_21)
                .file("META-INF/versions/19/acme/Something.class", FOR_JAVA_22);

        assertThat(newer(jar, 17).classes()).isZero();
        assertThat(newer(jar, 20)).isEqualTo(new ClassVersions(1, "acme.Something", 22));
        assertThat(newer(jar, 21).classes()).isZero();
    }

    @Test
    void versionsThatNoManifestSpeaksOfAreNobodys() throws IOException {
        assertThat(newer(module("acme").pkg("acme").file("META-INF/versions/21/acme/Something.class", FOR_JAVA_21), 17)
                        .classes())
                .isZero();
    }

    private ClassVersions newer(TestModule jar, int release) throws IOException {
        return ClassVersions.newer(jar.jar(dir).path(), release);
    }
}
