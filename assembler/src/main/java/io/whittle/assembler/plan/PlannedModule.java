package io.whittle.assembler.plan;

import io.whittle.assembler.modules.JarChange;
import io.whittle.assembler.natives.ImageNatives;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module of an image.
 *
 * @param name its name
 * @param source where it comes from
 * @param owner who brought it: {@code base}, {@code feature dns}, {@code the fallback of logtail}, or nobody's: a library or a
 *     module of the JDK that is there because another requires it
 * @param via the module that first reaches it by {@code requires}; empty for a root
 * @param replaces labels of the jars on the path that it takes the place of
 */
public record PlannedModule(
        String name, Source source, Optional<String> owner, Optional<String> via, List<String> replaces) {
    public PlannedModule {
        replaces = List.copyOf(replaces);
    }

    /** One that takes no other's place. */
    public PlannedModule(String name, Source source, Optional<String> owner, Optional<String> via) {
        this(name, source, owner, via, List.of());
    }

    /** The changed copy that is linked in place of what was found; empty where there is none. */
    public Optional<Copy> copy() {
        return source instanceof FromPath found ? found.copy() : Optional.empty();
    }

    /** Where a module comes from. */
    public sealed interface Source {}

    /** The JDK that is linked. */
    public record FromJdk() implements Source {}

    /**
     * The module path.
     *
     * @param path the jar or folder on this machine
     * @param label how people know it
     * @param own whether it is built from sources of the very build that asks; otherwise it is a dependency
     * @param sha256 of its content, in hexadecimal
     * @param copy what is linked in its place; empty where it is linked as it is
     */
    public record FromPath(Path path, String label, boolean own, String sha256, Optional<Copy> copy) implements Source {
        /** Linked as it is. */
        public FromPath(Path path, String label, boolean own, String sha256) {
            this(path, label, own, sha256, Optional.empty());
        }

        /** What jlink gets. */
        public Path linked() {
            return copy.map(Copy::path).orElse(path);
        }
    }

    /**
     * A changed copy of a jar.
     *
     * @param path the copy on this machine
     * @param key SHA-256 of all that it is made of, in hexadecimal
     * @param changes what is other in it; at least one
     * @param natives what it brings the image besides itself
     */
    public record Copy(Path path, String key, List<JarChange> changes, ImageNatives natives) {
        public Copy {
            changes = List.copyOf(changes);
        }
    }
}
