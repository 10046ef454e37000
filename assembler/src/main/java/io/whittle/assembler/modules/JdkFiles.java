package io.whittle.assembler.modules;

import java.nio.file.Path;

/**
 * Where the parts of a JDK lie that are read. None needs to exist.
 *
 * @param home its folder
 * @param release the file that tells its version
 * @param jmods the folder of its packaged modules
 */
public record JdkFiles(Path home, Path release, Path jmods) {
    /** All in its folder, where they are but for packages that are unpacked and not installed. */
    public static JdkFiles in(Path home) {
        return new JdkFiles(home, home.resolve("release"), home.resolve("jmods"));
    }
}
