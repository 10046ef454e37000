package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ChangedJar;
import io.whittle.assembler.modules.PathEntry;

import java.io.IOException;
import java.util.Optional;

/** Leaves out of jars what an image has no use for. */
@FunctionalInterface
public interface JarCutter {
    /** All stays as it is. */
    JarCutter NONE = entry -> Optional.empty();

    /** The copy that lies in the image in place of a jar; empty where that lies there as it is. */
    Optional<ChangedJar> cut(PathEntry entry) throws IOException;
}
