package io.whittle.assembler.plan;

import java.util.List;

/**
 * What a JVM finds in an image when a launcher starts it.
 *
 * @param roots modules that are resolved although nobody may require them; sorted
 * @param classPath the jars on the class path, by their paths in the image, in the order of that
 */
public record LaunchPath(List<String> roots, List<String> classPath) {
    public LaunchPath {
        roots = List.copyOf(roots);
        classPath = List.copyOf(classPath);
    }
}
