package io.whittle.assembler.heal;

import io.whittle.assembler.link.ImagePlan;
import io.whittle.assembler.link.JarPath;
import io.whittle.assembler.link.LinkException;
import io.whittle.assembler.link.PlanInput;
import io.whittle.assembler.link.Planner;
import io.whittle.assembler.modular.ModularPath;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.EnlargedProfile;
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

    /** What would be linked of the image and just these besides; the features are closed under what they require. */
    Planned plan(Set<String> features, Set<String> jdkModules)
            throws UnresolvableException, LinkException, IOException {
        FeatureCatalog exact = EnlargedProfile.exactly(catalog, asked.profile(), withImage(features), jdkModules);
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
