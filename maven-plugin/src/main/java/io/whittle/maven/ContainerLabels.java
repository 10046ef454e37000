package io.whittle.maven;

import org.apache.maven.model.License;
import org.apache.maven.project.MavenProject;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Labels of containers, as far as a pom says what they are. */
final class ContainerLabels {
    private static final String OCI = "org.opencontainers.image.";

    private ContainerLabels() {}

    /** Those of a project, and these in place of them. */
    static SortedMap<String, String> of(MavenProject project, SortedMap<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>();
        all.put(OCI + "title", project.getName());
        all.put(OCI + "version", project.getVersion());
        put(all, "description", project.getDescription());
        put(all, "url", project.getUrl());
        put(
                all,
                "licenses",
                project.getLicenses().stream().map(License::getName).collect(Collectors.joining(" AND ")));
        all.putAll(others);
        return all;
    }

    private static void put(SortedMap<String, String> labels, String name, String value) {
        if (value != null && !value.isBlank()) {
            labels.put(OCI + name, value.strip().replaceAll("\\s+", " "));
        }
    }
}
