package io.whittle.maven;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LinkingProjectsTest {
    @Test
    void documentsAreLookedForInEveryProjectAndFirstWhereImagesAreLinked() {
        MavenProject top = project("top");
        MavenProject library = project("library");
        MavenProject image = linking("image");
        MavenProject madeUp = new MavenProject();

        assertThat(LinkingProjects.outputs(
                        session(top, library, image, madeUp), descriptor(), Path.of("/top/target/whittle")))
                .containsExactly(
                        Path.of("/top/target/whittle"),
                        Path.of("/image/target/whittle"),
                        Path.of("/library/target/whittle"));
    }

    @Test
    void theTopOfTheBuildIsLookedAtAlsoWhereItIsLeftOut() {
        MavenProject top = project("top");
        top.setExecutionRoot(true);
        MavenProject image = project("image");
        MavenSession session = session(image);
        session.setAllProjects(List.of(top, project("library"), image));

        assertThat(LinkingProjects.outputs(session, descriptor(), Path.of("/image/target/whittle")))
                .containsExactly(Path.of("/image/target/whittle"), Path.of("/top/target/whittle"));
    }

    @Test
    void whatTheOneProjectThatLinksHasReadIsTakenByWhoLooksAtAll(@TempDir Path dir) throws IOException {
        MavenProject image = linking("image");
        image.getBuild().setDirectory(dir.toString());
        assertThat(LinkingProjects.read(session(project("top"), image), descriptor()))
                .isEmpty();

        Files.createDirectories(dir.resolve("whittle/evidence"));
        assertThat(LinkingProjects.read(session(project("top"), image), descriptor()))
                .contains(dir.resolve("whittle"));
        assertThat(LinkingProjects.read(session(linking("other"), image), descriptor()))
                .isEmpty();
    }

    private static MavenProject linking(String name) {
        PluginExecution link = new PluginExecution();
        link.addGoal("link");
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.whittle");
        plugin.setArtifactId("whittle-maven-plugin");
        plugin.addExecution(link);
        MavenProject project = project(name);
        project.getBuild().addPlugin(plugin);
        return project;
    }

    private static MavenProject project(String name) {
        MavenProject project = new MavenProject();
        project.setFile(new File("/" + name + "/pom.xml"));
        project.getBuild().setDirectory("/" + name + "/target");
        return project;
    }

    @SuppressWarnings("deprecation")
    private static MavenSession session(MavenProject... projects) {
        MavenSession session =
                new MavenSession(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
        session.setProjects(List.of(projects));
        session.setAllProjects(List.of(projects));
        return session;
    }

    private static PluginDescriptor descriptor() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.whittle");
        plugin.setArtifactId("whittle-maven-plugin");
        return plugin;
    }
}
