package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;

/** A module that was made, with what its copy holds: whoever opens it has the copy written. */
final class MadeReference extends ModuleReference {
    private final JarCopy copy;
    private final Path folder;

    MadeReference(ModuleDescriptor descriptor, ApplicationModule found, JarCopy copy, Path folder) {
        super(descriptor, found.path().toUri());
        this.copy = copy;
        this.folder = folder;
    }

    @Override
    public ModuleReader open() throws IOException {
        return ModuleFinder.of(copy.in(folder))
                .find(descriptor().name())
                .orElseThrow(() -> new IOException(
                        "no module in the copy of " + descriptor().name()))
                .open();
    }
}
