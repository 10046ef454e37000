package io.whittle.assembler.elf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Links in a system's folder lead nowhere else. */
@DisabledOnOs(OS.WINDOWS)
class SysrootTest {
    @TempDir
    private Path dir;

    private Path root;
    private Sysroot sysroot;

    @BeforeEach
    void system() throws IOException {
        root = Files.createDirectories(dir.resolve("root"));
        Files.createDirectories(root.resolve("usr/lib"));
        Files.writeString(root.resolve("usr/lib/libz.so.1.3"), "z");
        link("lib", "usr/lib");
        link("usr/lib/libz.so.1", "libz.so.1.3");
        sysroot = new Sysroot(root);
    }

    @Test
    void everyLinkOnTheWayIsTold() throws IOException {
        Sysroot.Found found = sysroot.file("/lib/libz.so.1").orElseThrow();

        assertThat(found.path()).isEqualTo("/usr/lib/libz.so.1.3");
        assertThat(found.folder()).isEqualTo("/usr/lib");
        assertThat(found.file()).isEqualTo(root.resolve("usr/lib/libz.so.1.3"));
        assertThat(found.links()).isEqualTo(Map.of("/lib", "usr/lib", "/usr/lib/libz.so.1", "libz.so.1.3"));
    }

    @Test
    void absoluteLinksBeginInTheFolder() throws IOException {
        Files.createDirectories(root.resolve("etc/alternatives"));
        link("usr/lib/libx.so", "/etc/alternatives/x");
        link("etc/alternatives/x", "/lib/libz.so.1");

        assertThat(sysroot.file("/usr/lib/libx.so").orElseThrow().path()).isEqualTo("/usr/lib/libz.so.1.3");
    }

    @Test
    void nothingOutsideIsFound() throws IOException {
        Path secret = Files.writeString(dir.resolve("secret"), "secret");
        link("absolute", secret.toString());
        link("climbing", "../../../../../.." + secret);
        link("usr/lib/folder", dir.toString());

        assertThat(sysroot.find("/absolute")).isEmpty();
        assertThat(sysroot.find("/climbing")).isEmpty();
        assertThat(sysroot.find("/usr/lib/folder/secret")).isEmpty();
        assertThat(sysroot.find("/../secret")).isEmpty();
        assertThat(sysroot.find("/../usr/./lib/../lib/libz.so.1")).isPresent();
    }

    @Test
    void circlesEnd() throws IOException {
        link("one", "two");
        link("two", "one");

        assertThat(sysroot.find("/one")).isEmpty();
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }
}
