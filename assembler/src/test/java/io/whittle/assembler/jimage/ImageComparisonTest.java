package io.whittle.assembler.jimage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Two folders that pass for images. */
class ImageComparisonTest {
    private static final String OBJECT = "/java.base/java/lang/Object.class";
    private static final String INFO = "/java.base/module-info.class";

    @TempDir
    private Path dir;

    private Path first;
    private Path second;

    @BeforeEach
    void twoThatAreTheSame() throws IOException {
        first = image("first");
        second = image("second");
    }

    private Path image(String name) throws IOException {
        Path image = dir.resolve(name);
        new CraftedJimage().with(INFO, "info").with(OBJECT, "object").writeTo(image.resolve("lib/modules"));
        Files.writeString(image.resolve("release"), "JAVA_VERSION=17\n");
        Files.createDirectories(image.resolve("conf"));
        return image;
    }

    @Test
    void twoOfTheSameBytesAreTheSameWheneverTheyWereMade() throws IOException {
        Files.setLastModifiedTime(second.resolve("release"), FileTime.fromMillis(1));

        assertThat(differences()).isEmpty();
    }

    @Test
    void aFileOfOtherBytesIsNamedWithTheFirstOfThem() throws IOException {
        Files.writeString(second.resolve("release"), "JAVA_VERSION=71\n");

        assertThat(differences()).containsExactly("release: other content from byte 13 on");
    }

    @Test
    void whatOneOfThemLacksIsNamed() throws IOException {
        Files.writeString(first.resolve("NOTICE"), "");
        Files.createDirectories(second.resolve("conf/security"));

        assertThat(differences())
                .containsExactly("NOTICE: only the first link has it", "conf/security: only the second link has it");
    }

    @Test
    void whatIsLeftAsideIsNotCompared() throws IOException {
        Files.writeString(first.resolve("lib/classes.jsa"), "1");
        Files.writeString(second.resolve("lib/classes.jsa"), "2");

        assertThat(ImageComparison.of(first, second, new TreeSet<>(Set.of("lib/classes.jsa"))))
                .isEmpty();
        assertThat(differences()).containsExactly("lib/classes.jsa: other content from byte 0 on");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void otherRightsAndOtherKindsAreDifferences() throws IOException {
        Files.setPosixFilePermissions(first.resolve("release"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(second.resolve("release"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(first.resolve("a"), Path.of("release"));
        Files.createSymbolicLink(second.resolve("a"), Path.of("conf"));
        Files.createSymbolicLink(first.resolve("b"), Path.of("release"));
        Files.writeString(second.resolve("b"), "JAVA_VERSION=17\n");

        assertThat(differences())
                .containsExactly(
                        "a: a link to release, then to conf",
                        "b: a link in the first link, a file in the second",
                        "release: mode rw-r--r--, then rwxr-xr-x");
    }

    @Test
    void aResourceOfOtherContentIsNamedInPlaceOfTheFile() throws IOException {
        new CraftedJimage().with(INFO, "info").with(OBJECT, "tcejbo").writeTo(second.resolve("lib/modules"));

        assertThat(differences()).containsExactly("lib/modules: " + OBJECT + ": other content");
    }

    @Test
    void aResourceOfAnotherLengthIsTheOnlyOneThatIsNamedAlthoughOthersMoved() throws IOException {
        new CraftedJimage().with(INFO, "longer info").with(OBJECT, "object").writeTo(second.resolve("lib/modules"));

        assertThat(differences()).containsExactly("lib/modules: " + INFO + ": other content");
    }

    @Test
    void resourcesThatOneOfThemLacksAreNamed() throws IOException {
        new CraftedJimage()
                .with(INFO, "info")
                .with("/acme.app/acme/Main.class", "main")
                .writeTo(second.resolve("lib/modules"));

        assertThat(differences())
                .containsExactly(
                        "lib/modules: /acme.app/acme/Main.class: only the second link has it",
                        "lib/modules: " + OBJECT + ": only the first link has it");
    }

    @Test
    void theSameResourcesInAnotherOrderAreSaidToBeThat() throws IOException {
        new CraftedJimage().with(OBJECT, "object").with(INFO, "info").writeTo(second.resolve("lib/modules"));

        assertThat(differences()).containsExactly("lib/modules: the same resources in another order");
    }

    private List<String> differences() throws IOException {
        return ImageComparison.of(first, second, new TreeSet<>()).stream()
                .map(ImageDifference::toString)
                .toList();
    }
}
