package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the matrix goal is asked.
 *
 * @param catalog the file
 * @param scope which rows and platforms
 * @param shard which part of it, such as {@code 2/5}; all where none is named
 * @param output the folder in which matrix.json goes
 * @param built what is linked; empty where nothing is built, and rows are told apart by the catalogue alone
 * @param github where GitHub Actions takes outputs of a step from, and the output's name
 * @param template a template to fill in
 * @param templateOutput the file that is made of it; without it, one beside matrix.json
 * @param carried arguments that the command of each cell wants besides
 * @param bound whether the build links by itself
 */
public record MatrixRequest(
        Path catalog,
        MatrixScope scope,
        Optional<String> shard,
        Path output,
        Optional<Built> built,
        Optional<Github> github,
        Optional<Path> template,
        Optional<Path> templateOutput,
        List<String> carried,
        boolean bound) {
    public MatrixRequest {
        carried = List.copyOf(carried);
    }

    /**
     * What images are linked from.
     *
     * @param path the project's modules and those of its dependencies
     * @param edges what the jars of the path depend on
     * @param jdks where the JDKs come from
     * @param ignoreSignatures whether signed jars are linked
     */
    public record Built(List<PathEntry> path, JarEdges edges, JdkRequest jdks, boolean ignoreSignatures) {
        public Built {
            path = List.copyOf(path);
        }
    }

    /**
     * Where outputs of a step go.
     *
     * @param file to which they are added
     * @param name of the output
     */
    public record Github(Path file, String name) {}
}
