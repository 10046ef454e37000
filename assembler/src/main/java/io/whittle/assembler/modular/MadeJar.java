package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.JarChange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy that is written when it is planned, and not before.
 *
 * @param copy what it is made of
 * @param folder below which copies lie
 */
record MadeJar(JarCopy copy, Path folder, List<JarChange> changes) implements ChangedJar {
    MadeJar {
        changes = List.copyOf(changes);
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
