package io.whittle.assembler.modular;

import io.whittle.assembler.modules.ApplicationModule;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;

/** A module that was made, with what the jar holds that was found. */
final class MadeReference extends ModuleReference {
    private final ModuleReference found;

    MadeReference(ModuleDescriptor descriptor, ApplicationModule found) {
        super(descriptor, found.path().toUri());
        this.found = found.reference();
    }

    @Override
    public ModuleReader open() throws IOException {
        return found.open();
    }
}
