package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

/**
 * What a plan is made of.
 *
 * @param catalog the catalogue, for the owners of modules that are out
 * @param resolution what is in
 * @param found the project's modules as they were found, whichever of them are the image's
 * @param index those of the image
 * @param jars what may lie on its class path
 * @param cutter cuts these
 * @param jdk the JDK that is linked
 * @param ignoreSignatures whether signed jars are linked, without their signature
 */
public record PlanInput(
        FeatureCatalog catalog,
        Resolution resolution,
        ModuleIndex found,
        ModuleIndex index,
        JarPath jars,
        JarCutter cutter,
        TargetJdk jdk,
        boolean ignoreSignatures) {
    /** Of modules that are all the image's, and jars that are not cut. */
    public PlanInput(
            FeatureCatalog catalog,
            Resolution resolution,
            ModuleIndex index,
            JarPath jars,
            TargetJdk jdk,
            boolean ignoreSignatures) {
        this(catalog, resolution, index, index, jars, JarCutter.NONE, jdk, ignoreSignatures);
    }

    /** The same, seen by one image. */
    PlanInput on(PathOfImage path) {
        return new PlanInput(
                catalog.withArtifacts(FollowedRules.of(catalog, found, path).with(catalog.artifacts())),
                resolution,
                found,
                path.modules(index),
                new JarPath(path.entries(jars.entries(), found), jars.edges()),
                cutter,
                jdk,
                ignoreSignatures);
    }
}
