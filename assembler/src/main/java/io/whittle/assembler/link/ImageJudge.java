package io.whittle.assembler.link;

import java.io.IOException;
import java.nio.file.Path;

/** The last word on an image that is proved and does not stand yet. */
@FunctionalInterface
public interface ImageJudge {
    /** Whether the image in this folder may stand. */
    boolean accepts(Path image) throws IOException;
}
