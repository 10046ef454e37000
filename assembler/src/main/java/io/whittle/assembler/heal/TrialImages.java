package io.whittle.assembler.heal;

import io.whittle.assembler.fresh.FolderTree;
import io.whittle.assembler.link.ImageLink;
import io.whittle.assembler.link.LinkMeans;
import io.whittle.assembler.modules.TargetJdk;
import io.whittle.assembler.plan.ImagePlan;
import io.whittle.assembler.plan.ImageSettings;
import io.whittle.assembler.plan.LinkException;
import io.whittle.assembler.plan.PlannedJar;
import io.whittle.assembler.plan.PlannedModule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Images that are linked to be tried and then thrown away.
 *
 * @param folder in which they stand, one folder each
 * @param jdk the JDK they are linked from
 * @param ignoreSignatures whether signed jars are linked, without their signature
 * @param detail takes each command that is run
 */
public record TrialImages(Path folder, TargetJdk jdk, boolean ignoreSignatures, Consumer<String> detail) {
    private static final byte[] NO_DOCUMENT = "{}\n".getBytes(StandardCharsets.UTF_8);

    /** Links what a plan says, under a name that is not taken yet. */
    Path link(String name, ImagePlan plan) throws LinkException, IOException, InterruptedException {
        ImageLink link = new ImageLink(folder.resolve(name), LinkMeans.PLAIN);
        link.make(plan, NO_DOCUMENT, jdk, ignoreSignatures, "trial", image -> true, detail);
        return link.image();
    }

    /** Deletes one of them. */
    void delete(String name) throws IOException {
        FolderTree.delete(folder.resolve(name));
    }

    /**
     * The plan of one image in which others can be tried: everything of two plans, linked quickly, with every locale and nothing
     * stripped, so that what is not found in it is not missing for its options. Without launchers: a set has its own, or none.
     */
    static ImagePlan laboratory(ImagePlan image, ImagePlan superset) {
        SortedMap<String, PlannedModule> modules = new TreeMap<>(image.modules());
        modules.putAll(superset.modules());
        // Their order does not count: each set has its own.
        Map<String, PlannedJar> classPath = new LinkedHashMap<>();
        Stream.of(superset, image)
                .flatMap(plan -> plan.classPath().stream())
                .forEach(jar -> classPath.putIfAbsent(jar.file(), jar));
        SortedSet<String> keepsForeign = new TreeSet<>(image.keepsForeign());
        keepsForeign.addAll(superset.keepsForeign());
        return new ImagePlan(
                superset.profile(),
                superset.platform(),
                superset.jdk(),
                modules,
                List.copyOf(classPath.values()),
                superset.roots(),
                keepsForeign,
                new ImageSettings(Optional.empty(), List.of(), List.of())
                        .with(superset.settings().features()),
                List.of(),
                List.of(),
                List.of());
    }

    /** The plan with other settings. */
    static ImagePlan with(ImagePlan plan, ImageSettings settings) {
        return new ImagePlan(
                plan.profile(),
                plan.platform(),
                plan.jdk(),
                plan.modules(),
                plan.classPath(),
                plan.roots(),
                plan.keepsForeign(),
                settings,
                plan.launchers(),
                plan.forbidden(),
                plan.notes());
    }
}
