package io.whittle.assembler.modular;

import javax.lang.model.SourceVersion;

/** The package that a path in a jar belongs to. */
final class PackageName {
    private PackageName() {}

    /** With dots; empty for a path without a folder. */
    static String of(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash).replace('/', '.');
    }

    /** Whether a module can have a package of this name: the JDK passes over all others. */
    static boolean isLegal(String name) {
        return SourceVersion.isName(name, SourceVersion.RELEASE_9);
    }
}
