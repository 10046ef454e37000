package io.whittle.assembler.explain;

import io.whittle.graph.catalog.Feature;
import io.whittle.graph.catalog.FeatureBody;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.catalog.JdkModule;
import io.whittle.graph.catalog.Mention;
import io.whittle.graph.catalog.Place;
import io.whittle.graph.catalog.Platform;
import io.whittle.graph.resolve.Ownership;
import io.whittle.graph.resolve.Resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Modules and jars with which chains of {@code requires} begin.
 *
 * @param held by module or artifact: to whom the catalogue gives it
 * @param ofJdk by module of the JDK: who asks for it; others may require it as well
 */
record ModuleRoots(Map<String, List<Ownership>> held, Map<String, List<Ownership>> ofJdk) {

    /** Those of an image. */
    static ModuleRoots in(Resolution resolution) {
        ModuleRoots roots = new ModuleRoots(new HashMap<>(), new HashMap<>());
        resolution.modules().forEach((module, owner) -> roots.held.put(module, List.of(owner)));
        roots.held.putAll(resolution.artifacts());
        resolution.jdkModules().forEach((module, need) -> roots.ofJdk.put(module, need.owners()));
        return roots;
    }

    /** Those of everything that the catalogue has on a platform, whatever a profile makes of it. */
    static ModuleRoots of(FeatureCatalog catalog, Platform platform) {
        ModuleRoots roots = new ModuleRoots(new HashMap<>(), new HashMap<>());
        roots.addBody(catalog.base().body(), Ownership.ByBase::new);
        for (Feature feature : catalog.features().values()) {
            String name = feature.name().text();
            FeatureBody body = feature.bodyOn(platform).orElse(feature.body());
            roots.addBody(body, place -> new Ownership.ByFeature(name, place));
            for (Mention module : feature.fallback()) {
                add(roots.held, module, new Ownership.ByFallback(name, module.place()));
            }
        }
        return roots;
    }

    private void addBody(FeatureBody body, Function<Place, Ownership> owner) {
        body.modules().forEach(module -> add(held, module, owner.apply(module.place())));
        body.artifacts().forEach(artifact -> add(held, artifact, owner.apply(artifact.place())));
        for (JdkModule module : body.jdkModules()) {
            add(ofJdk, module.module(), owner.apply(module.module().place()));
        }
    }

    private static void add(Map<String, List<Ownership>> roots, Mention module, Ownership owner) {
        roots.computeIfAbsent(module.text(), none -> new ArrayList<>()).add(owner);
    }
}
