package io.whittle.assembler.modules;

import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A module found on the module path.
 *
 * @param reference its descriptor and the way to its content
 * @param entry where it was found
 * @param javaRelease the Java release its descriptor was compiled for; 0 for an automatic module, which has none
 * @param signed whether its jar carries a signature
 * @param changed what is linked in place of what was found; empty for a module that is linked as it is
 */
public record ApplicationModule(
        ModuleReference reference, PathEntry entry, int javaRelease, boolean signed, Optional<ChangedJar> changed) {
    /** A module that is linked as it is. */
    public ApplicationModule(ModuleReference reference, PathEntry entry, int javaRelease, boolean signed) {
        this(reference, entry, javaRelease, signed, Optional.empty());
    }

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
