package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.OciGoal;
import io.whittle.assembler.goal.OciRequest;
import io.whittle.assembler.goal.PackedArtifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;

import javax.inject.Inject;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes container images of the linked images, without a daemon: an OCI layout for each profile, with an index of its platforms, and an
 * archive for <code>docker load</code> beside each image. The same image gives the same bytes. An image holds the linked image, the
 * libraries that it needs of the system and certificates, and nothing else; or lies on top of a base. Links first where no image stands as
 * it would be linked. Where projects of the build bind <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(
        name = "oci",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class OciMojo extends ContainerMojo {
    /** What is made, separated by commas: <code>oci</code>, <code>docker-archive</code>. Default: both. */
    @Parameter(property = "whittle.ociFormats")
    private String ociFormats;

    /** How layers are compressed: <code>gzip</code>, which every tool reads, or <code>zstd</code>, which is smaller. */
    @Parameter(property = "whittle.layerCompression", defaultValue = "gzip")
    private String layerCompression;

    /** The name of the container image, such as <code>acme/app</code>. Default: the project's <code>artifactId</code>. */
    @Parameter(property = "whittle.imageName")
    private String imageName;

    /** The tag of the container image. Default: the project's version. */
    @Parameter(property = "whittle.imageTag")
    private String imageTag;

    /** Where the linked image lies in the container. Default: <code>/opt/</code> and the project's <code>artifactId</code>. */
    @Parameter(property = "whittle.imageFolder")
    private String imageFolder;

    /** The launcher by which the container starts. Default: the only one, or the one of the catalogue's own name. */
    @Parameter(property = "whittle.launcher")
    private String launcher;

    /** Arguments behind those of the launcher; whoever starts the container may give others. */
    @Parameter
    private List<String> command;

    /** Environment variables by name, besides <code>PATH</code>, <code>JAVA_HOME</code> and <code>LANG</code>. */
    @Parameter
    private Map<String, String> environment;

    /** Labels by name, besides those of the project's title, version, description, address and licences, and of Whittle. */
    @Parameter
    private Map<String, String> labels;

    /**
     * As whom the container runs: <code>nonroot</code>, <code>root</code>, or numbers, such as <code>1000:1000</code>. Default: as the base
     * does, or else <code>nonroot</code>, which is 65532.
     */
    @Parameter(property = "whittle.imageUser")
    private String imageUser;

    /** Folders that are volumes, separated by commas. They belong to the user. */
    @Parameter(property = "whittle.volumes")
    private String volumes;

    /** Ports on which the program listens, separated by commas, such as <code>8080,53/udp</code>. */
    @Parameter(property = "whittle.ports")
    private String ports;

    /** The folder in which the program starts. Default: that of the base, or else the user's own. */
    @Parameter(property = "whittle.workingDirectory")
    private String workingDirectory;

    /** Attaches archives for <code>docker load</code> to the project, so that they are published. */
    @Parameter(property = "whittle.attachContainers", defaultValue = "false")
    private boolean attachContainers;

    @Inject
    private MavenProjectHelper helper;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: no container image to make");
            return;
        }
        for (PackedArtifact archive : OciGoal.run(asked(), new MavenProgress(getLog()))) {
            if (attachContainers) {
                helper.attachArtifact(
                        project(),
                        archive.type(),
                        archive.classifier(),
                        archive.file().toFile());
            }
        }
    }

    private OciRequest asked() throws GoalException {
        OciRequest.Run run = new OciRequest.Run(
                command == null ? List.of() : command,
                sorted(environment),
                ContainerLabels.of(project(), sorted(labels)),
                Optional.ofNullable(imageUser),
                words(volumes),
                words(ports),
                Optional.ofNullable(workingDirectory));
        return new OciRequest(
                request(),
                project().getArtifactId(),
                project().getVersion(),
                words(ociFormats),
                layerCompression,
                Optional.ofNullable(imageName),
                Optional.ofNullable(imageTag),
                Optional.ofNullable(imageFolder),
                Optional.ofNullable(launcher),
                run,
                below());
    }
}
