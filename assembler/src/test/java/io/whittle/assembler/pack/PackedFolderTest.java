package io.whittle.assembler.pack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What of a folder can be packed. */
@DisabledOnOs(OS.WINDOWS)
class PackedFolderTest {
    @TempDir
    private Path dir;

    @Test
    void entriesComeByNameWhateverTheyAre() throws Exception {
        PackedFolder folder = PackedFolder.of(SmallTree.make(dir.resolve("tree"), "022", true));

        assertThat(folder.entries())
                .extracting(TreeEntry::name)
                .isSorted()
                .startsWith("", "bin", "bin-x", "bin/app", "conf", "conf/empty", "legal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../outside", "../lib/../../outside"})
    void aLinkThatLeavesTheFolderIsRefused(String target) throws IOException {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        Path link = Files.createSymbolicLink(tree.resolve("bin/tool"), Path.of(target));

        assertThatThrownBy(() -> PackedFolder.of(tree))
                .isInstanceOf(PackException.class)
                .hasMessageStartingWith(link + " links to '" + target + "', which ")
                .hasMessageEndingWith("Put a file there, or a link to something in the same folder.");
        Files.delete(link);
    }

    @Test
    void noLinkIsFollowed() throws Exception {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        Files.createSymbolicLink(tree.resolve("lib/all"), Path.of("../legal"));

        assertThat(PackedFolder.of(tree).entries())
                .contains(new TreeEntry.Link("lib/all", "../legal"))
                .extracting(TreeEntry::name)
                .doesNotContain("lib/all/java.base");
    }

    @Test
    void aFolderThatIsItselfALinkIsRefused() throws IOException {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        Path link = Files.createSymbolicLink(dir.resolve("image"), tree);

        assertThatThrownBy(() -> PackedFolder.of(link))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("image")
                .hasMessageContaining("is itself a link to '" + tree + "'");
    }

    @Test
    void aPipeIsRefusedAndNotRead() throws IOException {
        Path tree = SmallTree.make(dir.resolve("tree"), "022", false);
        SmallTree.run("mkfifo", tree.resolve("lib/pipe").toString());

        assertThatThrownBy(() -> PackedFolder.of(tree))
                .isInstanceOf(PackException.class)
                .hasMessageStartingWith(tree.resolve("lib/pipe") + " is neither a file, nor a folder, nor a link");
    }

    @ParameterizedTest
    @CsvSource({"755,755", "700,755", "600,644", "444,444", "775,755", "666,644", "500,555", "4711,755", "055,000"})
    void othersReadAndRunWhatTheOwnerMay(String on, String in) {
        assertThat(Integer.toOctalString(Modes.shared(Integer.parseInt(on, 8))))
                .isEqualTo(Integer.toOctalString(Integer.parseInt(in, 8)));
    }

    @ParameterizedTest
    @CsvSource({"bin/app,755", "lib/jspawnhelper,755", "lib/jexec,755", "lib/modules,644", "bin,644"})
    void whereNoModesAreKnownProgramsAreToldByTheirPlace(String name, String mode) {
        assertThat(Integer.toOctalString(Modes.guess(name))).isEqualTo(mode);
    }
}
