package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.SbomGoal;
import io.whittle.assembler.goal.SbomRequest;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;

/**
 * Writes what the linked image is made of, as a CycloneDX document: modules of the JDK, jars, native files, with hashes, licences and what
 * depends on what. The same image gives the same bytes. Bound to <code>package</code> where a pom asks for it, or typed behind a phase:
 * <code>mvn package whittle:sbom</code>. Links first where no image stands as it would be linked. Where projects of the build bind
 * <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(
        name = "sbom",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class SbomMojo extends ImageMojo {
    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing to list");
            return;
        }
        SbomGoal.run(new SbomRequest(request(), project().getVersion()), new MavenProgress(getLog()));
    }
}
