package io.whittle.assembler.goal;

import io.whittle.assembler.jdks.JdkArchives;
import io.whittle.assembler.jdks.JdkToolchain;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the JDKs come from whose modules go into images. Platforms are spelled as the catalogue does, or with hyphens.
 *
 * @param named a folder, for every platform, or {@code platform=folder} with commas between several
 * @param folders by platform; what is named for one counts more
 * @param toolchains JDKs that the build tool is told of
 * @param artifactsNamed {@code platform=coordinates} with commas between several
 * @param artifacts coordinates of archives, by platform; what is named for one counts more
 * @param debian a folder into which Debian's packages of JDKs are unpacked
 * @param version the feature version that is wanted where a place may have several; that of the running JDK if empty
 * @param running the JDK that runs this program
 * @param base the folder in which relative ones begin
 * @param cache a folder that keeps unpacked archives, and what JDKs said of themselves
 * @param archives fetches archives
 */
public record JdkRequest(
        Optional<String> named,
        SortedMap<String, String> folders,
        List<JdkToolchain> toolchains,
        Optional<String> artifactsNamed,
        SortedMap<String, String> artifacts,
        Optional<Path> debian,
        Optional<String> version,
        Path running,
        Path base,
        Path cache,
        JdkArchives archives) {
    public JdkRequest {
        folders = Collections.unmodifiableSortedMap(new TreeMap<>(folders));
        toolchains = List.copyOf(toolchains);
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    }

    /** All that is asked, as text: two requests of the same text are the same. */
    String text() {
        return String.join(
                "\n",
                named.toString(),
                folders.toString(),
                toolchains.toString(),
                artifactsNamed.toString(),
                artifacts.toString(),
                debian.toString(),
                version.toString(),
                running.toString(),
                base.toString(),
                cache.toString());
    }
}
