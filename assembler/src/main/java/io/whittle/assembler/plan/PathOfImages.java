package io.whittle.assembler.plan;

import io.whittle.assembler.modules.ApplicationModule;
import io.whittle.assembler.modules.ModuleIndex;
import io.whittle.graph.catalog.FeatureCatalog;
import io.whittle.graph.resolve.Resolution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Images that are made of the same jars wherever several jars of a project claim one module name: what is read for one of them holds for all.
 *
 * @param index every module of the project, and of each name that several jars claim the one that the images hold; the first on the path
 *     where they hold none. A further jar without a descriptor that they hold on their class path has a name of its own
 * @param beside labels of the jars that they hold beside these and that cannot be told from them by a name
 * @param images what they come to
 */
public record PathOfImages(ModuleIndex index, SortedSet<String> beside, List<Resolution> images) {
    public PathOfImages {
        beside = new TreeSet<>(beside);
        images = List.copyOf(images);
    }

    /**
     * Parts images by that, in the order of the first of each; one part where no name is claimed twice. Linear in the path, times the
     * images where one is.
     *
     * @param found what is on the path
     * @throws IOException when a jar that gets another name cannot be read
     */
    public static List<PathOfImages> of(FeatureCatalog catalog, ModuleIndex found, List<Resolution> images)
            throws IOException {
        Set<String> claimed = new TreeSet<>();
        found.modules().forEach((name, modules) -> {
            if (modules.size() > 1) {
                claimed.add(name);
            }
        });
        if (claimed.isEmpty() || images.isEmpty()) {
            return List.of(of(found, first(found, claimed), images));
        }
        Map<SortedMap<String, List<ApplicationModule>>, List<Resolution>> parts = new LinkedHashMap<>();
        for (Resolution image : images) {
            SortedMap<String, List<ApplicationModule>> held = first(found, claimed);
            ModuleIndex own = PathOfImage.of(catalog, image).modules(found);
            held.replaceAll((name, one) -> own.modules().getOrDefault(name, one));
            parts.computeIfAbsent(held, none -> new ArrayList<>()).add(image);
        }
        List<PathOfImages> paths = new ArrayList<>();
        for (Map.Entry<SortedMap<String, List<ApplicationModule>>, List<Resolution>> part : parts.entrySet()) {
            paths.add(of(found, part.getKey(), part.getValue()));
        }
        return List.copyOf(paths);
    }

    private static SortedMap<String, List<ApplicationModule>> first(ModuleIndex found, Set<String> claimed) {
        SortedMap<String, List<ApplicationModule>> first = new TreeMap<>();
        claimed.forEach(
                name -> first.put(name, List.of(found.modules().get(name).get(0))));
        return first;
    }

    private static PathOfImages of(
            ModuleIndex found, SortedMap<String, List<ApplicationModule>> held, List<Resolution> images)
            throws IOException {
        ModuleIndex index = found.of(
                module -> !held.containsKey(module.name())
                        || held.get(module.name()).contains(module),
                entry -> true);
        index = index.named(names(index, held));
        Set<ApplicationModule> others = new LinkedHashSet<>();
        index.modules().values().forEach(modules -> others.addAll(modules.subList(1, modules.size())));
        SortedSet<String> beside = new TreeSet<>();
        others.forEach(other -> beside.add(other.entry().label()));
        return new PathOfImages(index.of(module -> !others.contains(module), entry -> true), beside, images);
    }

    /** By artifact: names for all but the first jar of each name. */
    private static Map<String, String> names(ModuleIndex index, SortedMap<String, List<ApplicationModule>> held) {
        Map<String, String> names = new TreeMap<>();
        held.forEach((name, modules) -> {
            for (int i = 1; i < modules.size(); i++) {
                int number = i + 1;
                String other = name + ".jar" + number;
                if (!index.modules().containsKey(other)) {
                    names.put(modules.get(i).entry().artifact(), other);
                }
            }
        });
        return names;
    }
}
