package io.whittle.assembler.jdks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where JDKs may come from.
 *
 * @param folders named by users
 * @param toolchains that the build tool is told of
 * @param artifacts coordinates of archives
 * @param archives fetches these
 * @param cache keeps them unpacked
 * @param debian packages, unpacked
 * @param running the JDK that runs this program
 * @param base where relative folders begin
 * @param say takes what is done that takes long
 */
public record JdkSources(
        ByPlatform folders,
        List<JdkToolchain> toolchains,
        ByPlatform artifacts,
        JdkArchives archives,
        Path cache,
        Optional<Path> debian,
        Path running,
        Path base,
        Consumer<String> say) {
    public JdkSources {
        toolchains = List.copyOf(toolchains);
    }
}
