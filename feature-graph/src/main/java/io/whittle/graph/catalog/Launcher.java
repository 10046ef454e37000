package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A file in {@code bin/} that starts a main class of the image.
 *
 * @param name the file's name
 * @param module the module of the main class; empty for a class of the class path
 * @param main the main class
 * @param jvm options before the main class, in order
 * @param args arguments before the user's own, in order
 */
public record Launcher(Mention name, Optional<Mention> module, Mention main, List<String> jvm, List<String> args) {
    public Launcher {
        jvm = List.copyOf(jvm);
        args = List.copyOf(args);
    }

    /** The same with other options. */
    public Launcher withJvm(List<String> options) {
        return new Launcher(name, module, main, options, args);
    }
}
