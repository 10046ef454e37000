package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;
import io.whittle.assembler.plan.JarPath;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the link goal is asked.
 *
 * @param project the project that links, such as {@code com.acme:app}
 * @param catalog the file
 * @param profiles names of profiles; the one word {@code all} stands for every one
 * @param platforms platforms as the catalogue spells them
 * @param path the project's modules and those of its dependencies
 * @param edges what the jars of the path depend on; asked only where a catalogue needs it
 * @param jdks where the JDKs come from whose modules go into the images
 * @param output the folder under which each profile and platform has its own
 * @param replace artifacts behind modules, each as {@code module=group:artifact[:classifier]}, before what profiles say
 * @param ignoreSignatures whether signed jars are linked, without their signature
 * @param lock how what is linked is held against what was accepted
 * @param tool name and version of who asks, since another version may make other images
 * @param toolFiles the files that tool is made of, for the same reason
 * @param after what is done with an image once jlink has made it
 * @param cells cells of a matrix, to be linked in place of the profiles
 * @param linking how the work is done
 */
public record LinkRequest(
        String project,
        Path catalog,
        List<String> profiles,
        List<String> platforms,
        List<PathEntry> path,
        JarEdges edges,
        JdkRequest jdks,
        Path output,
        List<String> replace,
        boolean ignoreSignatures,
        LockUse lock,
        String tool,
        List<Path> toolFiles,
        AfterLink after,
        Optional<CellChoice> cells,
        Linking linking) {
    public LinkRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        path = List.copyOf(path);
        replace = List.copyOf(replace);
        toolFiles = List.copyOf(toolFiles);
    }

    /** What may lie on the class path of images. */
    JarPath jars() {
        return new JarPath(path, edges);
    }

    /** Images of profiles of what is on the path, linked once and proved, and no more. */
    public LinkRequest(
            String project,
            Path catalog,
            List<String> profiles,
            List<String> platforms,
            List<PathEntry> path,
            JarEdges edges,
            JdkRequest jdks,
            Path output,
            boolean ignoreSignatures,
            LockUse lock,
            String tool,
            List<Path> toolFiles) {
        this(
                project,
                catalog,
                profiles,
                platforms,
                path,
                edges,
                jdks,
                output,
                List.of(),
                ignoreSignatures,
                lock,
                tool,
                toolFiles,
                AfterLink.NOTHING,
                Optional.empty(),
                Linking.PLAIN);
    }

    /** The file of the accepted state; it may not exist. */
    Path lockFile() {
        return lock.named().orElseGet(() -> catalog.resolveSibling("whittle.lock"));
    }
}
