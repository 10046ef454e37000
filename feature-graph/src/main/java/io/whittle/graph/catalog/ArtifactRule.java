package io.whittle.graph.catalog;

import java.util.List;
import java.util.Optional;

/**
 * How one jar is put into images, where what Whittle would do by itself is not what is wanted: an entry of the catalogue's
 * {@code artifacts}.
 *
 * @param artifact {@code group:artifact[:classifier]}
 * @param as whether it is linked as a module or lies on the class path; empty: as whoever needs it takes it
 * @param module the name of the module that is made of it; empty: the one that the JDK derives from its manifest or file name
 * @param requires modules that it needs and that its code does not show
 * @param optional modules that its descriptor or its code asks for and that it can do without
 * @param natives which of its native libraries are kept; empty: those of the image's platform
 */
public record ArtifactRule(
        Mention artifact,
        Optional<As> as,
        Optional<Mention> module,
        List<Mention> requires,
        List<Mention> optional,
        Optional<Natives> natives) {
    public ArtifactRule {
        requires = List.copyOf(requires);
        optional = List.copyOf(optional);
    }

    /** Where a jar is in an image. */
    public enum As {
        /** Linked into the image's modules. */
        MODULE,
        /** A file on the class path. */
        CLASSPATH
    }

    /** Which native libraries of a jar are kept. */
    public enum Natives {
        /** Those of the image's platform. */
        TARGET,
        /** All of them. */
        ALL
    }
}
