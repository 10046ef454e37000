package io.whittle.assembler.classpath;

import java.nio.file.Path;

/**
 * A jar that lies on the class path of an image.
 *
 * @param source the jar
 * @param file its name in the image's folder of such jars
 * @param sha256 of its content, in hexadecimal
 */
public record LaidJar(Path source, String file, String sha256) {}
