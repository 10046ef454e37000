package io.whittle.assembler.store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class ClonedImagesTest {
    private static final String KEY = "0a".repeat(32);

    @TempDir
    private Path dir;

    private final List<String> told = new ArrayList<>();
    private Path image;

    @BeforeEach
    void image() throws IOException {
        image = dir.resolve("image");
        Files.createDirectories(image.resolve("lib"));
        Files.createDirectories(image.resolve("legal/empty"));
        Files.writeString(image.resolve("lib/modules"), "modules");
        Files.writeString(image.resolve("app"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(image.resolve("app"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(image.resolve("legal/LICENSE"), Path.of("../lib/modules"));
    }

    @Test
    void aDiskThatHasClonesIsAskedOnceForAFileAndThenForFolders() throws Exception {
        CopyingProgram program = new CopyingProgram(any -> true);
        ImageStore store = store(program);

        store.keep(KEY, image);
        assertThat(store.fetch(KEY, dir.resolve("out"))).isTrue();

        assertThat(program.asked)
                .hasSize(3)
                .element(0)
                .satisfies(file -> assertThat(file).isRegularFile());
        assertThat(program.asked.subList(1, 3)).containsExactly(image, entry());
        assertThat(Manifest.of(dir.resolve("out"))).isEqualTo(Manifest.of(image));
        assertThat(inode(dir.resolve("out"))).isNotEqualTo(inode(entry()));
        assertThat(told).isEmpty();
        assertThat(names(dir)).containsExactlyInAnyOrder("image", "out", "store");
    }

    @Test
    void whoWritesIntoACloneWritesIntoNoOther() throws Exception {
        ImageStore store = store(new CopyingProgram(any -> true));
        store.keep(KEY, image);
        store.fetch(KEY, dir.resolve("out"));
        Files.writeString(dir.resolve("out/lib/modules"), "x", StandardOpenOption.APPEND);

        assertThat(store.fetch(KEY, dir.resolve("again"))).isTrue();

        assertThat(dir.resolve("again/lib/modules")).hasContent("modules");
        assertThat(told).isEmpty();
    }

    @Test
    void aDiskWithoutClonesIsAskedOnceAndTheModulesAreLinked() throws Exception {
        CopyingProgram program = new CopyingProgram(any -> false);
        ImageStore store = store(program);

        store.keep(KEY, image);
        assertThat(store.fetch(KEY, dir.resolve("out"))).isTrue();

        assertThat(program.asked).hasSize(1);
        assertThat(inode(dir.resolve("out"))).isEqualTo(inode(image));
        assertThat(names(dir)).containsExactlyInAnyOrder("image", "out", "store");
    }

    @Test
    void aCloneThatFailsHalfwayIsClearedAwayAndTheFolderIsLaidAsEver() throws Exception {
        ImageStore store = store(new CopyingProgram(Files::isRegularFile));

        store.keep(KEY, image);
        assertThat(store.fetch(KEY, dir.resolve("out"))).isTrue();

        assertThat(Manifest.of(dir.resolve("out"))).isEqualTo(Manifest.of(image));
        assertThat(inode(dir.resolve("out"))).isEqualTo(inode(image));
        assertThat(told).isEmpty();
    }

    @Test
    void aCloneOfADamagedEntryIsNotHandedOn() throws Exception {
        damaged("app is not what was put there", () -> Files.writeString(entry().resolve("app"), "x"));
        damaged("it lacks lib/modules", () -> Files.delete(entry().resolve("lib/modules")));
        damaged("it holds more than was put there", () -> Files.writeString(entry().resolve("lib/more"), "x"));
        damaged("app is not what was put there", () -> {
            Files.delete(entry().resolve("app"));
            Files.createSymbolicLink(entry().resolve("app"), image.resolve("app"));
        });
    }

    @Test
    void theProgramOfTheSystemClonesWholeOrNot() throws Exception {
        boolean cloned = CloneProgram.CP.clone(image, dir.resolve("clone"));

        Path modules = dir.resolve("clone/lib/modules");
        assertThat(Files.exists(modules) && Files.size(modules) > 0).isEqualTo(cloned);
        assertThat(Files.isSymbolicLink(dir.resolve("clone/legal/LICENSE")) || !cloned)
                .isTrue();
        assertThat(CloneProgram.CP.clone(dir.resolve("none"), dir.resolve("clone of none")))
                .isFalse();
    }

    private interface Damage {
        void make() throws IOException;
    }

    private void damaged(String how, Damage damage) throws IOException {
        ImageStore store = store(new CopyingProgram(any -> true));
        store.keep(KEY, image);
        damage.make();

        assertThat(store.fetch(KEY, dir.resolve("out"))).isFalse();

        assertThat(told).singleElement().asString().contains("is damaged (" + how + ")");
        assertThat(dir.resolve("out")).doesNotExist();
        told.clear();
    }

    private ImageStore store(CloneProgram program) {
        return new ImageStore(dir.resolve("store"), 1 << 20, told::add, program);
    }

    private Path entry() {
        return dir.resolve("store/images").resolve(KEY).resolve("image");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static Object inode(Path image) throws IOException {
        return Files.getAttribute(image.resolve("lib/modules"), "unix:ino");
    }
}
