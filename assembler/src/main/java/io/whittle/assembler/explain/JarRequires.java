package io.whittle.assembler.explain;

import java.util.Optional;

/** What jars of the path require, and why. */
public interface JarRequires {
    /** Where nothing is known of any jar. */
    JarRequires UNKNOWN = new JarRequires() {
        @Override
        public Optional<String> className(String from, String to) {
            return Optional.empty();
        }

        @Override
        public Optional<String> optionalIn(String from, String to) {
            return Optional.empty();
        }
    };

    /**
     * The first class of a jar, by name, that names a class of a module; empty where none does, or the jar cannot be read.
     *
     * @param from a module, or the artifact of a jar of the class path
     */
    Optional<String> className(String from, String to);

    /**
     * The artifact under which the catalogue can say that it does without a module: of a jar that somebody else made, and that is no
     * one with others; empty where it cannot be said there.
     */
    Optional<String> optionalIn(String from, String to);
}
