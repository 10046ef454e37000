package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.ImageNatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy that is written when it is planned, and not before.
 *
 * @param copy what it is made of
 * @param folder below which copies lie
 * @param natives what it brings an image besides itself
 */
record MadeJar(JarCopy copy, Path folder, List<JarChange> changes, ImageNatives natives) implements ChangedJar {
    MadeJar {
        changes = List.copyOf(changes);
    }

    /** One that brings nothing besides. */
    MadeJar(JarCopy copy, Path folder, List<JarChange> changes) {
        this(copy, folder, changes, ImageNatives.NONE);
    }

    @Override
    public List<Path> sources() {
        return copy.sources().stream().map(JarCopy.Source::jar).toList();
    }

    @Override
    public String key() {
        return copy.key();
    }

    @Override
    public Path written() throws IOException {
        return copy.in(folder);
    }
}
