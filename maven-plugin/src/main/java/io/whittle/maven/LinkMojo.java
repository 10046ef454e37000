package io.whittle.maven;

import io.whittle.assembler.goal.GoalException;
import io.whittle.assembler.goal.LinkGoal;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

import java.io.IOException;

/**
 * Links a runtime image that holds what a profile of the catalogue needs, and nothing besides; proves that it does, and
 * prints what it takes on disk. Where there is a <code>whittle.lock</code>, the image must be what that accepts. Modules come
 * from this project and its dependencies. Typed, it does nothing in projects that do not bind it, where others of the build do.
 */
@Mojo(
        name = "link",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LinkMojo extends ImageMojo {
    @Override
    void run() throws GoalException, IOException, InterruptedException {
        if (!linksImages()) {
            getLog().debug("this project links no image: nothing to link");
            return;
        }
        LinkGoal.run(request(), new MavenProgress(getLog()));
    }
}
