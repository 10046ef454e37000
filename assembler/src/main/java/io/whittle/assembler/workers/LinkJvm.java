package io.whittle.assembler.workers;

import java.util.List;

/** How a JVM is started that links, warm or not: both then give the same bytes. */
public final class LinkJvm {
    /**
     * Options of the JVM. jlink orders its own plugins by identity hashes, which differ from link to link in one JVM, and with them the
     * bytes of the image (JDK-8392531): here every object has the same. A JVM lives too shortly for the second compiler to
     * earn what it costs. JVMs that do not know one of these pass over it; what jlink says is read, in English.
     */
    public static final List<String> OPTIONS = List.of(
            "-Duser.language=en",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");

    private LinkJvm() {}
}
