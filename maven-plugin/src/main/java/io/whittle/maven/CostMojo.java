package io.whittle.maven;

import io.whittle.assembler.goal.CostGoal;
import io.whittle.assembler.goal.CostRequest;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;
import java.util.Optional;

/**
 * Tells what each feature costs in the image of a profile: what leaving it out gives back and what adding it takes, on disk and to transfer, with
 * the features, modules and jars that go or come along; and memory and start-up, where checks have measured them. Typed behind a phase:
 * <code>mvn package whittle:cost</code>. No image is changed. The first call links one image with all modules, to weigh them. Where projects of
 * the build bind <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(name = "cost", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class CostMojo extends ImageMojo {
    /** Links and packs every image with one feature more or less, and tells both numbers. Takes seconds for each feature. */
    @Parameter(property = "whittle.exact", defaultValue = "false")
    private boolean exact;

    /** The features to look at; several are separated by commas. Default: all that a profile can name. */
    @Parameter(property = "whittle.feature")
    private String feature;

    /**
     * The format of the archives that are transferred: <code>tar.gz</code>, <code>tar.zst</code> or <code>zip</code>. Default: what is usual on the
     * platform, as of <code>whittle:pack</code>.
     */
    @Parameter(property = "whittle.costFormat")
    private String costFormat;

    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing costs anything");
            return;
        }
        CostGoal.run(
                new CostRequest(requestOfProfiles(), words(feature), Optional.ofNullable(costFormat), exact),
                new MavenProgress(getLog()));
    }
}
