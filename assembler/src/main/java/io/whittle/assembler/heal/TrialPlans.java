package io.whittle.assembler.heal;

import io.whittle.assembler.link.ImagePlan;
import io.whittle.assembler.link.LinkException;
import io.whittle.assembler.link.PlanInput;
import io.whittle.assembler.link.Planner;
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

/**
 * Plans the image of a profile with more in it: what would be linked if the catalogue asked for that.
 *
 * @param catalog the catalogue as it is
 * @param asked the profile whose image is enlarged, and the platform
 * @param index the project's modules
 * @param jdk the JDK that is linked
 * @param ignoreSignatures whether signed jars are linked, without their signature
 */
public record TrialPlans(
        FeatureCatalog catalog, Request asked, ModuleIndex index, TargetJdk jdk, boolean ignoreSignatures) {
    /** An image, resolved and planned. */
    public record Planned(Resolution resolution, ImagePlan plan) {}

    /** What the profile comes to with more in it. */
    Resolution resolve(Set<String> features, Set<String> jdkModules) throws UnresolvableException {
        return Resolver.resolve(EnlargedProfile.of(catalog, asked.profile(), features, jdkModules), asked);
    }

    /** What would be linked of the profile with more in it. */
    Planned plan(Set<String> features, Set<String> jdkModules)
            throws UnresolvableException, LinkException, IOException {
        FeatureCatalog enlarged = EnlargedProfile.of(catalog, asked.profile(), features, jdkModules);
        Resolution resolution = Resolver.resolve(enlarged, asked);
        return new Planned(resolution, Planner.plan(new PlanInput(enlarged, resolution, index, jdk, ignoreSignatures)));
    }
}
