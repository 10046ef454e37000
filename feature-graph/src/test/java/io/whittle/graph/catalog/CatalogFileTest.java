package io.whittle.graph.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Files that are missing, huge or no text, and the ways in which text can be laid down. */
class CatalogFileTest {
    private static final Path NAME = Path.of("feature-tags.yaml");

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNamedAsTheCallerNamedItAndToldHowToBegin() {
        Path missing = folder.resolve("feature-tags.yaml");
        assertThat(fault(missing).getMessage())
                .startsWith(missing + ":1:1: error: there is no such file; ")
                .endsWith("      full: {include: all}");
    }

    @Test
    void theSmallestCatalogueThatMessagesPrintReads() throws CatalogException {
        String smallest = CatalogBytes.SMALLEST.split("\n\n")[1].stripIndent();
        assertThat(CatalogReader.read(NAME, smallest).warnings()).isEmpty();
    }

    @Test
    void aFolderIsToldApartFromAFile() {
        assertThat(fault(folder).getMessage())
                .contains("this is a folder, not a file; name the feature-tags.yaml in it");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() {
        Path unreadable = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(unreadable), "a file that opens and cannot be read");
        assertThat(fault(unreadable).getMessage()).contains("this file cannot be read (");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWithoutBeingParsed() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(CatalogBytes.MOST + 1L);
        }
        // Its content is all NUL: had anybody looked, the message would be another one.
        assertThat(fault(huge).getMessage()).contains("larger than 64 MiB, the most a catalogue may hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyEndOfLineCounts(String end) {
        String text = String.join(end, "schema: 1", "features:", "  dns: {}", "  ssh: {requires: [dsn]}", "");
        CatalogException fault = fault(text.getBytes(StandardCharsets.UTF_8));
        assertThat(fault.faults().get(0).place()).isEqualTo(new Place(4, 20));
        assertThat(fault.getMessage()).endsWith("\n      ssh: {requires: [dsn]}\n                       ^");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws CatalogException {
        byte[] marked = "\uFEFFschema: 1\nname: marked\n".getBytes(StandardCharsets.UTF_8);
        assertThat(CatalogReader.read(NAME, marked)
                        .catalog()
                        .name()
                        .orElseThrow()
                        .place())
                .isEqualTo(new Place(2, 7));
    }

    @Test
    void latin1IsNamedByLineAndColumn() {
        byte[] latin = "schema: 1\nfeatures:\n  dns: {summary: Äther für ü}\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(fault(latin).getMessage())
                .startsWith("feature-tags.yaml:3:18: error: the byte C4 here is not UTF-8; save the file as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsToldToBecomeUtf8OrIsNoText(String charset) {
        byte[] wide = "schema: 1\n".getBytes(Charset.forName(charset));
        assertThat(fault(wide).getMessage()).containsAnyOf("save it as UTF-8", "a NUL character stands here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0007", "\u007F"})
    void controlCharactersAreNamedWithTheirPlace(String control) {
        CatalogException fault = fault(("schema: 1\nname: a" + control + "b\n").getBytes(StandardCharsets.UTF_8));
        assertThat(fault.faults().get(0).place()).isEqualTo(new Place(2, 8));
    }

    @Test
    void aCharacterOnTheEdgeOfTheEnginesBufferReads() throws CatalogException {
        for (int length = 1000; length < 1050; length++) {
            String text = "schema: 1\n#" + "x".repeat(length) + "\uD83D\uDE00\nname: edge\n";
            assertThat(CatalogReader.read(NAME, text).catalog().name()).hasToString("Optional[edge]");
        }
    }

    private static CatalogException fault(Path file) {
        return catchThrowableOfType(CatalogException.class, () -> CatalogReader.read(file));
    }

    private static CatalogException fault(byte[] content) {
        return catchThrowableOfType(CatalogException.class, () -> CatalogReader.read(NAME, content));
    }
}
