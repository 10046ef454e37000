package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;

import java.nio.file.Path;
import java.util.List;

/**
 * What the explain goal is asked.
 *
 * @param catalog the file
 * @param profiles names of profiles; none, or the one word {@code all}, stands for every one
 * @param platforms platforms as the catalogue spells them; none: those that each profile names, or else the host
 * @param output the folder under which documents stand
 * @param subject what is to be explained
 * @param path the project's modules and those of its dependencies; not looked at for a feature
 * @param edges what the jars of the path depend on
 * @param replace artifacts behind modules, each as {@code module=group:artifact[:classifier]}, before what profiles say
 * @param jdks where the JDK comes from whose modules go into images; not looked at for a feature
 */
public record ExplainRequest(
        Path catalog,
        List<String> profiles,
        List<String> platforms,
        Path output,
        ExplainSubject subject,
        List<PathEntry> path,
        JarEdges edges,
        List<String> replace,
        JdkRequest jdks) {
    public ExplainRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        path = List.copyOf(path);
        replace = List.copyOf(replace);
    }
}
