package io.whittle.assembler.jdks;

import java.io.IOException;
import java.nio.file.Path;

/** Where archives of JDKs come from that are known by their coordinates. */
@FunctionalInterface
public interface JdkArchives {
    /**
     * The archive of these coordinates, {@code group:artifact:type[:classifier]:version}; fetched where it is not at hand.
     *
     * @throws IOException when it cannot be had, with what the build tool says
     */
    Path fetch(String coordinates) throws IOException;
}
