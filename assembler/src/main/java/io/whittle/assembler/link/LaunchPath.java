package io.whittle.assembler.link;

import java.util.List;

/**
 * What a JVM finds in an image when a launcher starts it.
 *
 * @param roots modules that are resolved although nobody may require them; sorted
 * @param classPath whether there are jars on the class path
 */
public record LaunchPath(List<String> roots, boolean classPath) {
    public LaunchPath {
        roots = List.copyOf(roots);
    }
}
