package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.PackGoal;
import io.whittle.assembler.goal.PackRequest;
import io.whittle.assembler.goal.PackedArtifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;

import javax.inject.Inject;

import java.io.IOException;

/**
 * Packs the linked image into archives, the same image to the same bytes, and attaches them to the project, so that <code>install</code>
 * and <code>deploy</code> publish them under the classifier <code>profile-os-arch</code>. Links first where no image stands as it would be
 * linked. Where projects of the build bind <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(
        name = "pack",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class PackMojo extends ImageMojo {
    /**
     * The formats, separated by commas: <code>tar.gz</code>, <code>tar.zst</code>, <code>zip</code>. Default: <code>zip</code> for Windows,
     * <code>tar.gz</code> elsewhere.
     */
    @Parameter(property = "whittle.formats")
    private String formats;

    @Inject
    private MavenProjectHelper helper;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing to pack");
            return;
        }
        PackRequest asked =
                new PackRequest(request(), project().getArtifactId(), project().getVersion(), words(formats));
        for (PackedArtifact archive : PackGoal.run(asked, new MavenProgress(getLog()))) {
            helper.attachArtifact(
                    project(),
                    archive.type(),
                    archive.classifier(),
                    archive.file().toFile());
        }
    }
}
