package io.whittle.assembler.plan;

import io.whittle.assembler.classpath.ClassVersions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** Jars are looked into once for all plans of a run. */
class NewerClassesTest {
    private static final byte[] FOR_JAVA_21 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65};

    @TempDir
    private Path dir;

    @Test
    void aJarIsReadAgainOnlyWhenItsSizeOrTimeIsAnother() throws IOException {
        Path jar = module("acme")
                .pkg("acme")
                .file("acme/A.class", FOR_JAVA_21)
                .jar(dir)
                .path();
        FileTime time = Files.getLastModifiedTime(jar);
        assertThat(NewerClasses.newer(jar, 17)).isEqualTo(new ClassVersions(1, "acme.A", 21));
        assertThat(NewerClasses.newer(jar, 21).classes()).as("for another Java").isZero();

        byte[] damaged = new byte[(int) Files.size(jar)];
        Files.write(jar, damaged);
        Files.setLastModifiedTime(jar, time);
        assertThat(NewerClasses.newer(jar, 17).classes()).as("not read").isOne();

        module("acme").pkg("acme").jar(dir);
        assertThat(NewerClasses.newer(jar, 17).classes()).as("read anew").isZero();
    }
}
