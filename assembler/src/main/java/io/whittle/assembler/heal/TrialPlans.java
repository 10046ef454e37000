package io.whittle.assembler.heal;

import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.JarPath;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlanInput;
import io.whittle.assembler.plan.Planner;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.ArtifactOwners;
import io.whittle.graph.resolve.EnlargedProfile;
import io.whittle.graph.resolve.ModuleOwners;
import io.whittle.graph.resolve.Request;
import io.whittle.graph.resolve.Resolution;
import io.whittle.graph.resolve.Resolver;
import io.whittle.graph.resolve.UnresolvableException;

import java.io.IOException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Plans the image of a profile with more in it: what would be linked if the catalogue asked for that.
 *
 * @param catalog the catalogue as it is
 * @param asked the profile whose image is enlarged, and the platform
 * @param image the features of that image
 * @param path the project's modules
 * @param jars what may lie on the class path
 * @param jdk the JDK that is linked
 * @param ignoreSignatures whether signed jars are linked, without their signature
 */
public record TrialPlans(
        FeatureCatalog catalog,
        Request asked,
        SortedSet<String> image,
        ModularPath path,
        JarPath jars,
        TargetJdk jdk,
        boolean ignoreSignatures) {
    /** An image, resolved and planned. */
    public record Planned(Resolution resolution, ImagePlan plan) {}

    /** The modules of everything that could be in. */
    ModuleIndex index() throws IOException {
        return path.whole();
    }

    /** What the image comes to with these features and all they bring. */
    Resolution enlarged(Set<String> features) throws UnresolvableException {
        return Resolver.resolve(EnlargedProfile.of(catalog, asked.profile(), withImage(features)), asked);
    }

    /** The modules of an image with all that its path holds for it. */
    ModuleIndex index(Planned planned) throws IOException {
        return path.in(planned.resolution());
    }

    /**
     * Modules on the path that no feature has, and that are in none of the images: a dependency that nothing requires, such as one that is
     * looked up as a service.
     */
    SortedSet<String> strays(Planned image, Planned superset) {
        Set<String> owned = ModuleOwners.of(catalog).byModule().keySet();
        Set<String> artifacts = ArtifactOwners.of(catalog).byArtifact().keySet();
        SortedSet<String> strays = new TreeSet<>();
        path.found().modules().forEach((name, found) -> {
            if (!owned.contains(name)
                    && !artifacts.contains(found.get(0).entry().artifact())) {
                strays.add(name);
            }
        });
        strays.removeAll(image.plan().modules().keySet());
        strays.removeAll(superset.plan().modules().keySet());
        return strays;
    }

    /**
     * What would be linked of the image and just these besides; the features are closed under what they require.
     *
     * @param modules of the path, that no feature has
     */
    Planned plan(Set<String> features, Set<String> jdkModules, Set<String> modules)
            throws UnresolvableException, LinkException, IOException {
        FeatureCatalog exact =
                EnlargedProfile.exactly(catalog, asked.profile(), withImage(features), jdkModules, modules);
        Resolution resolution = Resolver.resolve(exact, asked);
        return new Planned(
                resolution,
                Planner.plan(new PlanInput(
                        exact,
                        resolution,
                        path.found(),
                        path.in(resolution),
                        jars,
                        path.jars(resolution),
                        jdk,
                        ignoreSignatures)));
    }

    private SortedSet<String> withImage(Set<String> features) {
        SortedSet<String> all = new TreeSet<>(image);
        all.addAll(features);
        return all;
    }
}
