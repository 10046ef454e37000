package io.whittle.maven;

import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

import java.nio.file.Path;
import java.util.List;

/** The files of Whittle itself: a snapshot of one version is not the next one. */
final class PluginFiles {
    private PluginFiles() {}

    static List<Path> of(PluginDescriptor plugin) {
        return plugin.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals(plugin.getGroupId()))
                .map(Artifact::getFile)
                .map(file -> file.toPath().toAbsolutePath())
                .sorted()
                .toList();
    }
}
