package io.whittle.assembler.sbom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Licences of the JDK's modules, by the files of an image. */
class JdkLicencesTest {
    private static final String OPEN_JDK = """
            The GNU General Public License (GPL)

            Version 2, June 1991
            ...
            "CLASSPATH" EXCEPTION TO THE GPL
            """;
    private static final Optional<String> SURE = Optional.of("GPL-2.0-with-classpath-exception");

    @TempDir
    private Path image;

    private JdkLicences licences;

    @BeforeEach
    void read() {
        licences = new JdkLicences(image);
    }

    @Test
    void eachFileIsALicenceAndOneIsKnown() throws IOException {
        file("java.base/icu and more.md", "ICU");
        file("java.base/LICENSE", OPEN_JDK);

        assertThat(licences.of("java.base"))
                .containsExactly(
                        new Licence("LICENSE", SURE, Optional.of("legal/java.base/LICENSE")),
                        new Licence(
                                "icu and more.md",
                                Optional.empty(),
                                Optional.of("legal/java.base/icu%20and%20more.md")));
    }

    @Test
    void anotherJdksLicenceIsNotTakenForIt() throws IOException {
        file("java.base/LICENSE", "The Acme Binary Code License");
        file("java.sql/LICENSE", OPEN_JDK.replace("CLASSPATH", "NO"));

        assertThat(licences.of("java.base")).extracting(Licence::spdx).containsExactly(Optional.empty());
        assertThat(licences.of("java.sql")).extracting(Licence::spdx).containsExactly(Optional.empty());
    }

    @Test
    void aFileThatNamesTheOneOfJavaBaseIsReadThere() throws IOException {
        file("java.base/LICENSE", OPEN_JDK);
        file("java.sql/LICENSE", "Please see ..\\java.base\\LICENSE\n");

        assertThat(licences.of("java.sql")).extracting(Licence::spdx).containsExactly(SURE);
    }

    @Test
    void aModuleWithoutFilesHasNone() throws IOException {
        assertThat(licences.of("java.sql")).isEmpty();
    }

    private void file(String path, String text) throws IOException {
        Path file = image.resolve("legal").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
