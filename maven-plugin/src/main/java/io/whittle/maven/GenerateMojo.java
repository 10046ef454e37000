package io.whittle.maven;

import io.whittle.assembler.goal.GenerateGoal;
import io.whittle.assembler.goal.GenerateRequest;
import io.whittle.assembler.goal.GoalException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells a program which features a profile comes to: as constants of a class, so that the compiler drops what stands behind one
 * that is false, and as a resource that is read at run time. Both are added to the project.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends WhittleMojo {
    /** The package of the class with the constants; without one there is no class. */
    @Parameter(property = "whittle.generatePackage")
    private String generatePackage;

    /** The name of the class with the constants. */
    @Parameter(property = "whittle.generateClass", defaultValue = "Features")
    private String generateClass;

    /** The source root into which that class goes. */
    @Parameter(
            property = "whittle.generatedSources",
            defaultValue = "${project.build.directory}/generated-sources/whittle")
    private File generatedSources;

    /** The folder of resources into which the file goes that tells the features at run time. */
    @Parameter(
            property = "whittle.generatedResources",
            defaultValue = "${project.build.directory}/generated-resources/whittle")
    private File generatedResources;

    /** That file, by its name as a resource. */
    @Parameter(property = "whittle.featuresResource", defaultValue = "META-INF/whittle/features.properties")
    private String featuresResource;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    void run() throws GoalException, IOException {
        Path resources = generatedResources.toPath().normalize();
        Path resource = resources.resolve(featuresResource).normalize();
        if (!resource.startsWith(resources) || resource.equals(resources)) {
            throw new GoalException(List.of("whittle.featuresResource is " + featuresResource
                    + ", which is no file in the folder of resources.\n"
                    + "  Write a relative path, such as META-INF/whittle/features.properties."));
        }
        GenerateGoal.run(
                new GenerateRequest(
                        catalog(),
                        profiles(),
                        platforms(),
                        output(),
                        Optional.ofNullable(generatePackage),
                        generateClass,
                        generatedSources.toPath(),
                        resource,
                        project.getCompileSourceRoots().stream().map(Path::of).toList()),
                new MavenProgress(getLog()));
        if (generatePackage != null) {
            project.addCompileSourceRoot(generatedSources.getPath());
        }
        Resource folder = new Resource();
        folder.setDirectory(generatedResources.getPath());
        project.addResource(folder);
    }
}
