package io.whittle.assembler.lock;

/** Where a module or a jar of an image comes from, as far as that is held fast. */
public sealed interface LockedOrigin {
    /** For people, in a few words. */
    default String words() {
        if (this instanceof OfDependency dependency) {
            return dependency.artifact() + ", sha256 " + dependency.sha256();
        }
        if (this instanceof OfCatalogue) {
            return "by name alone";
        }
        return this instanceof OfProject ? "project" : "jdk";
    }

    /** The JDK; its version is held fast for all its modules at once. */
    record OfJdk() implements LockedOrigin {}

    /**
     * The sources of the build itself. Neither hash nor version: the one changes with each edit, the other with each
     * release, and both stand in the history of those sources.
     */
    record OfProject() implements LockedOrigin {}

    /**
     * A dependency.
     *
     * @param artifact such as {@code com.acme:lib:1.0}
     * @param sha256 of its jar, in hexadecimal
     */
    record OfDependency(String artifact, String sha256) implements LockedOrigin {}

    /** The catalogue, which names a jar that nothing more is known of: no such jar was on the path, or nobody kept its hash. */
    record OfCatalogue() implements LockedOrigin {}
}
