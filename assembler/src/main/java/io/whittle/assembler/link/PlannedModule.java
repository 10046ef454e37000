package io.whittle.assembler.link;

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
     */
    public record FromPath(Path path, String label, boolean own, String sha256) implements Source {}
}
