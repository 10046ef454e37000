package io.whittle.assembler.modules;

import io.whittle.assembler.natives.ImageNatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A copy of a jar that goes into images in its place. */
public interface ChangedJar {
    /** What is other in it; at least one. */
    List<JarChange> changes();

    /** The jars that it is made of; several where their packages were merged. */
    List<Path> sources();

    /** What it brings an image besides itself. */
    ImageNatives natives();

    /** SHA-256 of all that it is made of, in hexadecimal: equal ones stand for equal bytes. */
    String key();

    /** Where it stands; it is written first where it does not. Linear in its size the first time. */
    Path written() throws IOException;
}
