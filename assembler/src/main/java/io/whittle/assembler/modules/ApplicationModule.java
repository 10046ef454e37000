package io.whittle.assembler.modules;

import java.lang.module.ModuleReference;
import java.nio.file.Path;

/**
 * A module found on the module path.
 *
 * @param reference its descriptor and the way to its content
 * @param entry where it was found
 * @param javaRelease the Java release its descriptor was compiled for; 0 for an automatic module, which has none
 * @param signed whether its jar carries a signature
 */
public record ApplicationModule(ModuleReference reference, PathEntry entry, int javaRelease, boolean signed) {
    /** The module's name. */
    public String name() {
        return reference.descriptor().name();
    }

    /** The jar or folder. */
    public Path path() {
        return entry.path();
    }

    /** Whether it has no descriptor of its own and jlink refuses it. */
    public boolean automatic() {
        return reference.descriptor().isAutomatic();
    }
}
