package io.whittle.maven;

import io.whittle.assembler.jdks.JdkToolchain;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.codehaus.plexus.util.xml.Xpp3Dom;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JDKs of toolchains.xml, those that {@code -t} names among them. Read as Maven has read them and not as its toolchain manager
 * makes tools of them: that leaves out what does not exist, and nobody could be told.
 */
final class MavenToolchains {
    private MavenToolchains() {}

    static List<JdkToolchain> of(MavenSession session) {
        return session.getRequest().getToolchains().getOrDefault("jdk", List.of()).stream()
                .map(MavenToolchains::read)
                .toList();
    }

    private static JdkToolchain read(ToolchainModel model) {
        SortedMap<String, String> provides = new TreeMap<>();
        model.getProvides()
                .stringPropertyNames()
                .forEach(name -> provides.put(name, model.getProvides().getProperty(name)));
        String home = Optional.ofNullable((Xpp3Dom) model.getConfiguration())
                .map(configuration -> configuration.getChild("jdkHome"))
                .map(Xpp3Dom::getValue)
                .orElse("");
        return new JdkToolchain(home.strip(), provides);
    }
}
