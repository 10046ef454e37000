package io.whittle.assembler.goal;

import io.whittle.assembler.modules.JarEdges;
import io.whittle.assembler.modules.PathEntry;

import java.nio.file.Path;
import java.util.List;

/**
 * What the audit goal is asked.
 *
 * @param catalog the file
 * @param profiles names of profiles; none, or the one word {@code all}, stands for every one
 * @param platforms platforms as the catalogue spells them; none: those that each profile names, or else the host
 * @param path the project's modules and those of its dependencies
 * @param edges what the jars of the path depend on
 * @param jdks where the JDK comes from whose modules go into images
 * @param output the folder into which the reports go
 * @param kept the folder below which is kept what code says: that of the reports, or that of another goal which has read the same code
 * @param lockFile the file of the accepted state; it may not exist
 * @param failOn from which severity on a finding fails the goal: error, warning, info, or never
 * @param fix whether what adding to the catalogue mends is added to it
 * @param accept whether what is found is accepted
 * @param colour whether the console shows colours
 */
public record AuditRequest(
        Path catalog,
        List<String> profiles,
        List<String> platforms,
        List<PathEntry> path,
        JarEdges edges,
        JdkRequest jdks,
        Path output,
        Path kept,
        Path lockFile,
        String failOn,
        boolean fix,
        boolean accept,
        boolean colour) {
    public AuditRequest {
        profiles = List.copyOf(profiles);
        platforms = List.copyOf(platforms);
        path = List.copyOf(path);
    }
}
