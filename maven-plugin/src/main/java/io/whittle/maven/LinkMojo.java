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
 * from this project and its dependencies.
 */
@Mojo(
        name = "link",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class LinkMojo extends ImageMojo {
    @Override
    void run() throws GoalException, IOException, InterruptedException {
        LinkGoal.run(request(), new MavenProgress(getLog()));
    }
}
