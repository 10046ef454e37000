package io.whittle.maven;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class LockCallTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @Test
    void aLockThatIsTypedIsRecognizedHoweverItIsTyped() {
        for (String typed : List.of(
                "whittle:lock",
                "whittle:lock@images",
                "io.whittle:whittle-maven-plugin:lock",
                "io.whittle:whittle-maven-plugin:0.1.0-SNAPSHOT:lock",
                "io.whittle:whittle-maven-plugin:0.1.0-SNAPSHOT:lock@images")) {
            request.setGoals(List.of("package", typed));
            assertThat(call().isPartOfThisBuild()).as(typed).isTrue();
        }
        for (String typed : List.of("whittle:link", "other:lock", "lock", "whittle:locks", "com.acme:whittle:lock")) {
            request.setGoals(List.of("package", typed));
            assertThat(call().isPartOfThisBuild()).as(typed).isFalse();
        }
    }

    @Test
    void theCommandHasTheConfigurationOfTheLinkThatFailed() {
        assertThat(call().command(execution(MojoExecution.Source.LIFECYCLE)))
                .isEqualTo("mvn package whittle:lock@images");
        assertThat(call().command(execution(MojoExecution.Source.CLI))).isEqualTo("mvn package whittle:lock");
    }

    @Test
    void theCommandRepeatsWhatWasTypedAndIsNotSaidAnew() {
        Properties typed = new Properties();
        typed.setProperty("whittle.profile", "small");
        typed.setProperty("whittle.platform", "linux/arm64");
        typed.setProperty("whittle.jdk", "/opt/my jdk's");
        typed.setProperty("whittle.catalog", "tags.yaml");
        typed.setProperty("skipTests", "true");
        request.setUserProperties(typed);
        Profile ofSettings = new Profile();
        ofSettings.setId("company");
        request.addProfile(ofSettings);
        request.setActiveProfiles(List.of("nightly", "company", "minimal"));

        assertThat(call().command(execution(MojoExecution.Source.LIFECYCLE)))
                .isEqualTo("mvn package whittle:lock@images -Pnightly,minimal -Dwhittle.catalog=tags.yaml"
                        + " '-Dwhittle.jdk=/opt/my jdk'\\''s'");
    }

    @Test
    void onlyProjectsThatBindTheLinkAreAboutImagesUnlessNoneDoes() {
        MavenProject image = project("link");
        MavenProject resolving = project("resolve");
        MavenProject library = new MavenProject();

        assertThat(LinkingProjects.isOne(image, List.of(library, image), plugin()))
                .isTrue();
        assertThat(LinkingProjects.isOne(library, List.of(library, image), plugin()))
                .isFalse();
        assertThat(LinkingProjects.isOne(resolving, List.of(resolving, image), plugin()))
                .isFalse();
        assertThat(LinkingProjects.isOne(library, List.of(library, resolving), plugin()))
                .isTrue();
    }

    private LockCall call() {
        return new LockCall(request, plugin());
    }

    private static MojoExecution execution(MojoExecution.Source source) {
        return new MojoExecution(maven(), "link", "images") {
            @Override
            public Source getSource() {
                return source;
            }
        };
    }

    private static MavenProject project(String goal) {
        PluginExecution execution = new PluginExecution();
        execution.addGoal(goal);
        Plugin plugin = maven();
        plugin.addExecution(execution);
        MavenProject project = new MavenProject();
        project.getBuild().addPlugin(plugin);
        return project;
    }

    private static Plugin maven() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.whittle");
        plugin.setArtifactId("whittle-maven-plugin");
        return plugin;
    }

    private static PluginDescriptor plugin() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.whittle");
        plugin.setArtifactId("whittle-maven-plugin");
        plugin.setGoalPrefix("whittle");
        return plugin;
    }
}
