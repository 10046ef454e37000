package io.whittle.assembler.lock;

/** Where a module of an image comes from, as far as that is held fast. */
public sealed interface LockedModule {
    /** The JDK; its version is held fast for all its modules at once. */
    record OfJdk() implements LockedModule {}

    /**
     * The sources of the build itself. Neither hash nor version: the one changes with each edit, the other with each
     * release, and both stand in the history of those sources.
     */
    record OfProject() implements LockedModule {}

    /**
     * A dependency.
     *
     * @param artifact such as {@code com.acme:lib:1.0}
     * @param sha256 of its jar, in hexadecimal
     */
    record OfDependency(String artifact, String sha256) implements LockedModule {}
}
