package io.whittle.assembler.modules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import static io.whittle.assembler.testing.TestModule.module;
import static org.assertj.core.api.Assertions.assertThat;

/** What a module path holds. */
class ModuleIndexTest {
    @TempDir
    private Path dir;

    @Test
    void aJarWithADescriptor() {
        ApplicationModule found = only(module("acme.app").requires("java.sql").jar(dir));

        assertThat(found.name()).isEqualTo("acme.app");
        assertThat(found.automatic()).isFalse();
        assertThat(found.signed()).isFalse();
        assertThat(found.javaRelease()).isEqualTo(17);
        assertThat(found.path()).isEqualTo(dir.resolve("acme.app-1.jar"));
        assertThat(found.reference().descriptor().requires())
                .extracting(Requires::name)
                .containsExactlyInAnyOrder("java.base", "java.sql");
    }

    @Test
    void aFolderWithADescriptor() {
        ApplicationModule found = only(module("acme.app").pkg("acme.app").folder(dir));

        assertThat(found.name()).isEqualTo("acme.app");
        assertThat(found.signed()).isFalse();
        assertThat(found.reference().descriptor().packages()).containsExactly("acme.app");
    }

    @Test
    void aFolderWithoutADescriptorIsPassedOver() {
        PathEntry folder = module("acme.app").automatic().pkg("acme.app").folder(dir);

        assertThat(ModuleIndex.of(List.of(folder))).isEqualTo(new ModuleIndex(new java.util.TreeMap<>(), List.of()));
    }

    @Test
    void aFolderOfJarsIsNotSearched() throws IOException {
        module("acme.app").jar(dir);

        assertThat(ModuleIndex.of(List.of(new PathEntry(dir, "folder"))).modules())
                .isEmpty();
        assertThat(Files.list(dir)).isNotEmpty();
    }

    @Test
    void anAutomaticModuleIsNamedByItsManifest() {
        ApplicationModule found =
                only(module("acme.app").automatic().pkg("acme").jar(dir, "other-name-3.jar", "test:other:3"));

        assertThat(found.name()).isEqualTo("acme.app");
        assertThat(found.automatic()).isTrue();
        assertThat(found.javaRelease()).isZero();
    }

    @Test
    void aJarWithoutAManifestIsNamedByItsFile() throws IOException {
        Path jar = dir.resolve("some-library-2.1.jar");
        Files.copy(module("x").automatic().jar(dir).path(), jar);
        try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath("META-INF/MANIFEST.MF"));
            Files.writeString(zip.getPath("notice.txt"), "not empty");
        }

        assertThat(only(new PathEntry(jar, "test:some-library:2.1")).name()).isEqualTo("some.library");
    }

    @Test
    void aSignedJarIsKnownByItsSignatureFileWhateverItsCase() {
        assertThat(only(module("acme.a").signed().jar(dir)).signed()).isTrue();
        assertThat(only(module("acme.b").file("meta-inf/acme.sf", "").jar(dir)).signed())
                .isTrue();
        assertThat(only(module("acme.c").file("META-INF/sub/acme.SF", "").jar(dir))
                        .signed())
                .isFalse();
        assertThat(only(module("acme.d").file("acme.SF", "").jar(dir)).signed()).isFalse();
    }

    @Test
    void oneNameTwiceKeepsBothInTheOrderOfThePath() {
        PathEntry one = module("acme.app").jar(dir, "one.jar", "test:app:1");
        PathEntry two = module("acme.app").jar(dir, "two.jar", "test:app:2");

        assertThat(ModuleIndex.of(List.of(two, one)).modules().get("acme.app"))
                .extracting(ApplicationModule::entry)
                .containsExactly(two, one);
        assertThat(ModuleIndex.of(List.of(two, one)).find("acme.app"))
                .map(ApplicationModule::entry)
                .contains(two);
    }

    @Test
    void whatIsNoZipIsToldAndTheRestIsRead() throws IOException {
        PathEntry text = new PathEntry(Files.writeString(dir.resolve("text.jar"), "no zip"), "test:text:1");
        PathEntry empty = new PathEntry(Files.createFile(dir.resolve("empty.jar")), "test:empty:1");
        PathEntry other = new PathEntry(Files.writeString(dir.resolve("lib.so"), "native"), "test:native:1");
        ModuleIndex index =
                ModuleIndex.of(List.of(text, empty, other, module("acme.app").jar(dir)));

        assertThat(index.modules()).containsOnlyKeys("acme.app");
        assertThat(index.unreadable()).extracting(ModuleIndex.Unreadable::entry).containsExactly(text, empty, other);
        assertThat(index.unreadable())
                .allSatisfy(broken -> assertThat(broken.reason()).isNotBlank());
    }

    @Test
    void aJarCutShortIsToldWhereverItIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(module("acme.app").jar(dir).path());
        Path cut = dir.resolve("cut.jar");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThat(ModuleIndex.of(List.of(new PathEntry(cut, "test:cut:1"))).unreadable())
                    .as("cut to %d of %d", length, whole.length)
                    .hasSize(1);
        }
    }

    @Test
    void aDescriptorThatIsNoneIsTold() {
        PathEntry jar = module("acme.app")
                .automatic()
                .file("module-info.class", "this is no class file at all")
                .jar(dir);

        assertThat(ModuleIndex.of(List.of(jar)).unreadable()).hasSize(1);
    }

    @Test
    void aDescriptorForANewerJavaIsToldAsThat() {
        assertThat(ModuleIndex.of(List.of(module("acme.app").compiledFor(99).jar(dir)))
                        .unreadable())
                .extracting(ModuleIndex.Unreadable::reason)
                .singleElement()
                .asString()
                .startsWith("compiled for Java 99, newer than the Java "
                        + Runtime.version().feature());
    }

    @Test
    void whatIsNotThereHoldsNothing() {
        ModuleIndex index = ModuleIndex.of(List.of(new PathEntry(dir.resolve("gone.jar"), "test:gone:1")));

        assertThat(index.modules()).isEmpty();
        assertThat(index.find("gone")).isEmpty();
    }

    private static ApplicationModule only(PathEntry entry) {
        ModuleIndex index = ModuleIndex.of(List.of(entry));
        assertThat(index.unreadable()).isEmpty();
        assertThat(index.modules()).hasSize(1);
        return index.modules().values().iterator().next().get(0);
    }
}
