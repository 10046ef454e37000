package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.LockGoal;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;

/**
 * Links as <code>whittle:link</code> does and accepts the images: writes what they hold and take on disk to
 * <code>whittle.lock</code>, against which later links are held. To be typed behind a phase: <code>mvn package
 * whittle:lock</code>. Where projects of the build bind <code>whittle:link</code>, it does nothing in the others.
 */
@Mojo(name = "lock", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class LockMojo extends ImageMojo {
    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (linksImages()) {
            LockGoal.run(requestOfProfiles(), new MavenProgress(getLog()));
        } else {
            getLog().debug("this project links no image: nothing to accept");
        }
    }
}
