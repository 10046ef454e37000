package io.whittle.assembler.elf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Libraries are found where the loader would find them. */
@DisabledOnOs(OS.WINDOWS)
class LibraryClosureTest {
    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";
    private static final String LIBS = "/lib/x86_64-linux-gnu/";

    @TempDir
    private Path dir;

    private final SortedMap<String, Path> own = new TreeMap<>();

    @Test
    void needsAreFollowedAndNothingElseComesAlong() throws IOException {
        own("/opt/app/bin/java", ElfWith.needs("libz.so.1", "libc.so.6").loader(LOADER));
        system(LOADER, ElfWith.needs());
        system(LIBS + "libc.so.6", libc(36));
        system(LIBS + "libz.so.1.3", ElfWith.needs("libc.so.6"));
        link(LIBS + "libz.so.1", "libz.so.1.3");
        system(LIBS + "libunused.so.1", ElfWith.needs());

        SystemLibraries found = all();

        assertThat(found.files()).containsOnlyKeys(LOADER, LIBS + "libc.so.6", LIBS + "libz.so.1.3");
        assertThat(found.links()).isEqualTo(Map.of(LIBS + "libz.so.1", "libz.so.1.3"));
        assertThat(found.missing()).isEmpty();
    }

    @Test
    void theProgramsOwnAreFoundByRpathAndByNamesThatAreLoadedAlready() throws IOException {
        own("/opt/app/bin/java", ElfWith.needs("libjli.so").rpath("$ORIGIN/../lib"));
        own("/opt/app/lib/libjli.so", ElfWith.needs("libz.so.1"));
        own("/opt/app/lib/libnet.so", ElfWith.needs("libjvm.so").runpath("$ORIGIN"));
        own("/opt/app/lib/server/libjvm.so", ElfWith.needs().soname("libjvm.so"));
        system(LIBS + "libjli.so", ElfWith.needs());
        system(LIBS + "libz.so.1", ElfWith.needs());

        assertThat(all().files()).containsOnlyKeys(LIBS + "libz.so.1");
        assertThat(all().missing()).isEmpty();
    }

    @Test
    void rpathCountsForThoseBelowAndRunpathForNobodyElse() throws IOException {
        own("/opt/one", ElfWith.needs("libmid.so").rpath("/srv/lib"));
        own("/opt/two", ElfWith.needs("libmidst.so").runpath("/srv/lib"));
        system("/srv/lib/libmid.so", ElfWith.needs("libdeep.so"));
        system("/srv/lib/libdeep.so", ElfWith.needs());
        system("/srv/lib/libmidst.so", ElfWith.needs("libdeepest.so"));
        system("/srv/lib/libdeepest.so", ElfWith.needs());

        assertThat(all().files()).containsOnlyKeys("/srv/lib/libmid.so", "/srv/lib/libdeep.so", "/srv/lib/libmidst.so");
        assertThat(all().missing()).containsOnlyKeys("libdeepest.so");
    }

    @Test
    void originIsTheFolderOfWhoAsks() throws IOException {
        own("/opt/java", ElfWith.needs("libone.so").runpath("/srv/one"));
        system("/srv/one/libone.so", ElfWith.needs("libtwo.so").runpath("${ORIGIN}/../two"));
        system("/srv/two/libtwo.so", ElfWith.needs());

        assertThat(all().files()).containsOnlyKeys("/srv/one/libone.so", "/srv/two/libtwo.so");
    }

    @Test
    void configuredFoldersAreLookedAtAndTheirLibrariesLieWhereTheLoaderLooksWithoutIts() throws IOException {
        own("/opt/java", ElfWith.needs("libfar.so", "libc.so.6"));
        system(LIBS + "libc.so.6", libc(36));
        system("/srv/far/libfar.so", ElfWith.needs());
        text("/etc/ld.so.conf", "# first\ninclude /etc/ld.so.conf.d/*.conf\ninclude /etc/ld.so.conf\n");
        text("/etc/ld.so.conf.d/far.conf", "/srv/far/ # far away\nhwcap 1 nosegneg\nrelative\n");
        text("/etc/ld.so.conf.d/other", "/srv/other\n");

        assertThat(all().files()).containsOnlyKeys(LIBS + "libc.so.6", "/srv/far/libfar.so");
        assertThat(all().links()).isEqualTo(Map.of(LIBS + "libfar.so", "/srv/far/libfar.so"));
    }

    @Test
    void whatIsForAnotherProcessorIsPassedOver() throws IOException {
        own("/opt/java", ElfWith.needs("libz.so.1"));
        system(LIBS + "libz.so.1", new ElfWith(32, ByteOrder.LITTLE_ENDIAN, 40));
        system("/usr/lib/libz.so.1", ElfWith.needs());

        assertThat(all().files()).containsOnlyKeys("/usr/lib/libz.so.1");
    }

    @ParameterizedTest
    @CsvSource({"33, true", "34, false"})
    void nameServicesComeAlongWhereLibcHasThemNotInItself(int minor, boolean wanted) throws IOException {
        own("/opt/java", ElfWith.needs("libc.so.6"));
        system(LIBS + "libc.so.6", libc(minor));
        for (String name : new String[] {"libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2"}) {
            system(LIBS + name, ElfWith.needs("libc.so.6"));
        }

        assertThat(all().files().containsKey(LIBS + "libnss_dns.so.2")).isEqualTo(wanted);
        assertThat(all().files()).hasSize(wanted ? 4 : 1);
    }

    @Test
    void everythingThatIsMissingIsToldWithThoseWhoNeedIt() throws IOException {
        own("/opt/app/bin/java", ElfWith.needs("libc.so.6").loader(LOADER));
        own("/opt/app/lib/libawt.so", ElfWith.needs("libX11.so.6", "libc.so.6"));
        own("/opt/app/lib/libsplash.so", ElfWith.needs("libX11.so.6"));
        Files.createDirectories(dir.resolve("root"));

        SortedMap<String, SortedSet<String>> missing = all().missing();

        assertThat(missing).containsOnlyKeys(LOADER, "libX11.so.6", "libc.so.6");
        assertThat(missing.get("libX11.so.6")).containsExactly("/opt/app/lib/libawt.so", "/opt/app/lib/libsplash.so");
    }

    @Test
    void muslHasFoldersOfItsOwn() throws IOException {
        own("/opt/java", ElfWith.needs("libz.so.1").loader("/lib/ld-musl-x86_64.so.1"));
        system("/lib/ld-musl-x86_64.so.1", ElfWith.needs());
        text("/etc/ld-musl-x86_64.path", "/srv/musl:/lib\n");
        system("/srv/musl/libz.so.1", ElfWith.needs());
        system(LIBS + "libz.so.1", ElfWith.needs());

        assertThat(all().files()).containsOnlyKeys("/lib/ld-musl-x86_64.so.1", "/srv/musl/libz.so.1");
    }

    @ParameterizedTest
    @CsvSource({
        "libX11.so.6, libx11-6",
        "libXext.so.6, libxext6",
        "libz.so.1, zlib1g",
        "libgcc_s.so.1, libgcc-s1",
        "libstdc++.so.6, libstdc++6",
        "libasound.so.2, libasound2",
        "/lib64/ld-linux-x86-64.so.2, libc6",
        "strange, strange",
    })
    void debiansPackageIsToldFromTheName(String library, String debian) {
        assertThat(DebianPackage.of(library)).isEqualTo(debian);
    }

    private SystemLibraries all() throws IOException {
        LibraryClosure closure = LibraryClosure.of(new Sysroot(dir.resolve("root")), own);
        return closure.neededBy(closure.own());
    }

    private static ElfWith libc(int minor) {
        return ElfWith.needs().text("GLIBC_2.2.5").text("GLIBC_2." + minor).text("GLIBC_2.4");
    }

    private void own(String path, ElfWith elf) throws IOException {
        own.put(path, elf.at(dir.resolve("own" + path)));
    }

    private void system(String path, ElfWith elf) throws IOException {
        elf.at(dir.resolve("root" + path));
    }

    private void text(String path, String text) throws IOException {
        Path file = dir.resolve("root" + path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(dir.resolve("root" + path), Path.of(target));
    }
}
