package io.whittle.graph.catalog;

/**
 * A file that is laid out in a check's own folder before anything starts.
 *
 * @param path below that folder, with {@code /} between its parts; never absolute, never with {@code ..}
 * @param content what is in it
 */
public record LaidFile(Mention path, Content content) {
    /** Where what is in a file comes from. */
    public sealed interface Content {}

    /** Text of the catalogue itself, written as UTF-8. */
    public record Text(Template text) implements Content {}

    /**
     * A copy, byte for byte.
     *
     * @param from a file below the catalogue's folder, spelled like the path of a {@link LaidFile}
     */
    public record Copy(Mention from) implements Content {}
}
