package io.whittle.maven;

import io.whittle.assembler.goal.MistypedProperties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of a command line, of which Maven takes any. */
final class UserProperties {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(whittle\\.[A-Za-z]+)}");

    private UserProperties() {}

    /** What to say of those that seem to be slips, the first time that it is asked in a call of Maven; nothing from then on. */
    static List<String> slips(MavenSession session, PluginDescriptor plugin) {
        Object key = UserProperties.class.getName();
        if (!session.getRepositorySession().getData().set(key, null, true)) {
            return List.of();
        }
        return MistypedProperties.of(
                session.getUserProperties().stringPropertyNames(),
                known(plugin),
                name -> session.getProjects().stream().anyMatch(project -> mentions(project, name)));
    }

    private static SortedSet<String> known(PluginDescriptor plugin) {
        SortedSet<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                Matcher property = PROPERTY.matcher(parameter.getValue(""));
                if (property.matches()) {
                    known.add(property.group(1));
                }
            }
        }
        return known;
    }

    private static boolean mentions(MavenProject project, String property) {
        File pom = project.getFile();
        try {
            return pom != null && Files.readString(pom.toPath()).contains("${" + property + "}");
        } catch (IOException unreadable) {
            // Maven has read it before; a hint too many is no harm.
            return false;
        }
    }
}
